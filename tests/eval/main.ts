import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { judgePairs } from './dedup.eval.ts'
import { judge, readAll, type Verdict } from './facts.eval.ts'
import { judgeMatching } from './matching.eval.ts'
import { readLabelled, readPairs } from './rows.ts'
import { judgeSponsors } from './sponsors.eval.ts'

/** Reads the labelled sets and prints precision, recall, F1 and the confusion of each fact. Judges nothing. */
export async function runEval(options: { dir: string; only: readonly string[]; misses: boolean }): Promise<void> {
  const isWanted = (set: string) => options.only.length === 0 || options.only.some((name) => set.startsWith(name))
  for (const set of setsOf(options.dir).filter(isWanted)) {
    const rows = readLabelled(join(options.dir, `${set}.jsonl`))
    if (rows.length === 0) continue
    const begun = performance.now()
    const reads = readAll(rows)
    const msEach = (performance.now() - begun) / rows.length
    print(`${set}: ${rows.length} postings, ${msEach.toFixed(1)} ms each`, judge(reads), options)
  }
  if (isWanted('dedup')) {
    const pairs = readPairs(join(options.dir, 'dedup.jsonl'))
    if (pairs.length > 0) print(`dedup: ${pairs.length} pairs`, [judgePairs(pairs)], options)
  }
  if (isWanted('sponsors')) {
    const verdict = await judgeSponsors(join(options.dir, 'sponsors'))
    if (verdict !== null) print('sponsors', [verdict], options)
  }
  if (isWanted('matching')) {
    const verdict = judgeMatching(join(options.dir, 'matching'))
    if (verdict !== null) print('matching', [verdict], options)
  }
}

/** Those of facts: dedup and sponsors have rows of their own kinds. */
function setsOf(dir: string): string[] {
  const files = readdirSync(dir).filter((file) => file.endsWith('.jsonl') && file !== 'dedup.jsonl')
  return files.map((file) => file.replace('.jsonl', '')).toSorted()
}

function print(head: string, verdicts: readonly Verdict[], { misses }: { misses: boolean }): void {
  const lines = verdicts.flatMap((verdict) => verdict.lines)
  const missed = misses ? verdicts.flatMap((verdict) => verdict.misses).map((miss) => `  - ${miss}`) : []
  process.stdout.write(`${[head, ...lines, ...missed].join('\n')}\n`)
}
