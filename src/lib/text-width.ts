/** Width of text without a canvas: close enough to reserve room for a label, the same in Node and in every browser. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;
const NARROW = /[\s.,:;'|!()[\]·iljtfrI]/;
const BROAD = /[MWmw%@—…]/;

/** Width in units of the font size: Chinese 1, digits and letters about 0.56. */
function widthOf(character: string): number {
  if (WIDE.test(character)) return 1;
  if (NARROW.test(character)) return 0.33;
  return BROAD.test(character) ? 0.9 : 0.57;
}

/** Estimated width of one line of `text` in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * fontSize;
}

/** `text`, or as much of it as fits `width` pixels with an ellipsis; empty where not even that fits. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = [...text];
  while (characters.length > 0) {
    characters.pop();
    const shortened = `${characters.join('').trimEnd()}…`;
    if (characters.length > 0 && textWidth(shortened, fontSize) <= width) return shortened;
  }
  return '';
}
