import { describe, expect, test } from 'vitest';

/** The import table: a module may import its own folder and the folders named here; nothing else. */
const MAY_IMPORT: Record<string, { layers: string[]; packages: string[] }> = {
  lib: { layers: [], packages: [] },
  text: { layers: ['lib'], packages: [] },
  sql: { layers: ['lib'], packages: [] },
  court: { layers: ['lib'], packages: [] },
  schema: { layers: ['lib', 'sql', 'court'], packages: [] },
  ingest: {
    layers: ['lib', 'text', 'sql', 'court', 'schema'],
    packages: ['@e965/xlsx', 'hyparquet', 'hyparquet-compressors', 'fflate'],
  },
  metrics: { layers: ['lib', 'text', 'sql', 'court', 'schema'], packages: [] },
  query: { layers: ['lib', 'sql', 'court', 'schema', 'metrics'], packages: [] },
  statistics: { layers: ['lib'], packages: [] },
  engine: {
    layers: ['lib', 'sql', 'schema', 'ingest:types', 'query:types'],
    packages: ['@duckdb/duckdb-wasm', 'apache-arrow'],
  },
  charts: { layers: ['lib', 'text'], packages: ['svelte', 'd3'] },
  state: {
    layers: ['lib', 'text', 'sql', 'court', 'schema', 'ingest', 'metrics', 'query', 'statistics', 'engine'],
    packages: ['svelte'],
  },
  panels: {
    layers: ['state', 'metrics', 'query', 'statistics', 'court', 'engine:types', 'charts', 'lib', 'text'],
    packages: ['svelte'],
  },
  export: { layers: ['panels', 'charts', 'metrics', 'lib', 'text'], packages: ['write-excel-file', 'fflate'] },
  pages: { layers: ['panels', 'state', 'charts', 'export', 'text', 'lib'], packages: ['svelte'] },
  '': { layers: ['pages', 'state', 'engine', 'text'], packages: ['svelte'] },
  // The command line is the second composition root, beside App: everything that runs in Node without a DOM.
  cli: {
    layers: ['lib', 'text', 'sql', 'court', 'schema', 'ingest', 'metrics', 'query', 'statistics', 'engine', 'state'],
    packages: ['@duckdb/node-api', 'node:', 'vite', 'playwright', '@sparticuz/chromium'],
  },
};

const sources = import.meta.glob<string>('../src/**/*.{ts,svelte}', { query: '?raw', import: 'default', eager: true });
const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

interface ImportEdge {
  path: string;
  layer: string;
  target: string;
  isType: boolean;
}

function layerOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 1 ? (parts[0] ?? '') : '';
}

function resolvePath(from: string, target: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of target.replace(/\?.*$/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const edges: ImportEdge[] = Object.entries(sources).flatMap(([key, text]) => {
  const path = key.replace('../src/', '');
  return [...text.matchAll(IMPORT)].map((match) => ({
    path,
    layer: layerOf(path),
    target: match[2] ?? match[3] ?? '',
    isType: match[1] !== undefined,
  }));
});

function faultOf(edge: ImportEdge): string | null {
  const rule = MAY_IMPORT[edge.layer];
  if (rule === undefined) return `${edge.path}: folder "${edge.layer}" is not in the import table`;
  if (!edge.target.startsWith('.')) {
    const allowed = rule.packages.some(
      (name) => edge.target === name || edge.target.startsWith(name.endsWith(':') ? name : `${name}/`),
    );
    return allowed ? null : `${edge.path} imports ${edge.target}`;
  }
  const resolved = resolvePath(edge.path, edge.target);
  const layer = layerOf(resolved);
  if (resolved.startsWith('../') || layer === edge.layer) return null;
  if (rule.layers.includes(layer) || (edge.isType && rule.layers.includes(`${layer}:types`))) return null;
  return `${edge.path} imports ${resolved}${edge.isType ? ' (type)' : ''}`;
}

describe('import table', () => {
  test('every import is allowed', () => {
    expect(edges.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  test('there is no cycle between files', () => {
    const graph = new Map<string, string[]>();
    for (const edge of edges) {
      if (!edge.target.startsWith('.')) continue;
      graph.set(edge.path, [...(graph.get(edge.path) ?? []), resolvePath(edge.path, edge.target)]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe('refused words', () => {
  const bodies = Object.entries(sources);
  const grep = (pattern: RegExp) => bodies.filter(([, text]) => pattern.test(text)).map(([path]) => path);

  test('no network address, no clock and no local time zone in the pipeline', () => {
    expect(
      grep(/https?:\/\/(?!www\.w3\.org|localhost|127\.0\.0\.1|\$\{)/).filter((path) => !path.includes('/cli/')),
    ).toEqual([]);
    expect(
      grep(/\bcurrent_date\b(?!`)|\bnow\(\)(?!`)/i).filter((path) => !/performance\.now\(\)/.test(sources[path] ?? '')),
    ).toEqual([]);
    expect(grep(/\bscaleTime\b|\btimeMonth\b|\btimeFormat\b/)).toEqual([]);
  });

  test('no Svelte 4 idioms', () => {
    const svelte = bodies.filter(([path]) => path.endsWith('.svelte'));
    const old = /export let |\$: |\bon:[a-z]+=|<slot\b|\buse:[a-z]|svelte\/store/;
    expect(svelte.filter(([, text]) => old.test(text)).map(([path]) => path)).toEqual([]);
  });
});
