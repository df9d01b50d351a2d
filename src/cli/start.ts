import { buildIfOutdated, DIST } from './build-if-outdated.ts';
import { serveSite } from './serve.ts';

const FIRST_PORT = 4173;

if (!process.argv.includes('--no-build')) buildIfOutdated();
const site = await serveSite({ folders: [DIST], port: FIRST_PORT });
console.log(`审判质效分析台 · Court Metrics: ${site.url}`);
console.log('按 Ctrl+C 结束。Ctrl+C to stop.');
