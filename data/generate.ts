import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { writeCatalog } from './generator/catalog.ts';
import { writeSample } from './generator/files.ts';
import { SEED } from './generator/parameters.ts';

/** `npx tsx data/generate.ts`: writes `data/sample/` and `data/catalog.json`, and says how large they are. */
const files = writeSample();
mkdirSync(new URL('sample/', import.meta.url), { recursive: true });
let total = 0;
let shipped = 0;
for (const file of files) {
  writeFileSync(new URL(`sample/${file.name}`, import.meta.url), file.bytes);
  const packed = file.name.endsWith('.xlsx') ? file.bytes.length : gzipSync(file.bytes, { level: 9 }).length;
  total += file.bytes.length;
  shipped += packed;
  console.log(
    `${file.name.padEnd(24)} ${String(file.bytes.length).padStart(9)} bytes, packed ${String(packed).padStart(7)}`,
  );
}
writeFileSync(new URL('catalog.json', import.meta.url), writeCatalog(files));
console.log(`seed ${SEED}: ${files.length} files, ${total} bytes, packed ${shipped}`);
