import type { Connector } from '../engine/connector.ts';
import { compileUnreadCounts, toUnreadCounts } from '../query/unread-counts.ts';
import type { UnreadCounts } from '../schema/unread.ts';

/** Of which closed cases a deciding word is not known. One pass over `cases`. */
export async function findUnread(connector: Connector): Promise<readonly UnreadCounts[]> {
  const { sql, params } = compileUnreadCounts();
  return toUnreadCounts(await connector.query(sql, params));
}
