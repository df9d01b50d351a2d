import { expect, test } from 'vitest';
import type { EngineFault } from '../../src/engine/engine-error.ts';
import { ENGINE_FAULTS } from '../../src/text/engine.ts';
import type { Bilingual } from '../../src/text/bilingual.ts';

test('every fault of the engine has its sentence, Chinese in Chinese', () => {
  const sentences: Record<EngineFault, Bilingual> = ENGINE_FAULTS;
  for (const { zh, en } of Object.values(sentences)) {
    expect(zh).toMatch(/^\p{Script=Han}[\s\S]*。$/u);
    expect(en).toMatch(/^[A-Z][\s\S]*\.$/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});
