import type { Connector } from '../engine/connector.ts';
import { courtsQuestion, periodQuestions } from '../state/overview-questions.ts';
import type { Ask } from '../state/answer.svelte.ts';
import { askMetric, askTogether } from '../state/ask-metrics.ts';
import type { DatasetAbout } from '../state/catalog.ts';
import { defaultRangeOf, ownCourtOf } from '../state/dataset-defaults.ts';
import type { DatasetFacts } from '../state/dataset-facts.ts';
import type { KnownAnswer } from '../state/known-answers.ts';
import { fromHash } from '../state/url.ts';

/**
 * What the overview asks before anything was chosen, answered once for everybody: a page that opens the set shows its
 * first charts without waiting for the engine. They are the page's own statements; one that it asks otherwise, because it
 * is of another version, is simply not found among them.
 */
export async function answerOpening(
  connector: Connector,
  about: DatasetAbout,
  facts: DatasetFacts,
): Promise<readonly KnownAnswer[]> {
  const selection = { view: fromHash(''), variantOf: () => undefined };
  const offered = {
    defaultRange: defaultRangeOf(about, facts.summary),
    ownCourt: ownCourtOf(about, facts.courts),
    courts: facts.courts.map(({ name }) => name),
  };
  const [periods, courts] = [periodQuestions(selection, offered), courtsQuestion(selection, offered)];
  // What is withheld is decided by whoever reads the answers: the statements are the same.
  const data = { summary: facts.summary, gaps: { slices: [], unread: [], presentColumns: [] } };
  const asks = [
    periods === null ? null : askTogether(periods, data),
    courts === null ? null : askMetric(courts, data),
  ].filter((ask) => ask !== null);
  const statements = new Map(asks.flatMap(statementsOf).map((statement) => [JSON.stringify(statement), statement]));
  const answers: KnownAnswer[] = [];
  for (const { sql, params } of statements.values())
    answers.push({ sql, params, answer: await connector.query(sql, params) });
  return answers;
}

function statementsOf({ sql, params, beside }: Ask<unknown>): readonly Pick<KnownAnswer, 'sql' | 'params'>[] {
  return [{ sql, params }, ...(beside === undefined ? [] : [{ sql: beside.sql, params: beside.params }])];
}
