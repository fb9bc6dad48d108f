import { expect, test } from 'vitest'
import { answeringContext } from '../../../../../../tests/support/answering-context.ts'
import { rejected, toItem, UNSAID } from '../parts/item.ts'
import { onceInRun, perRun } from './per-run.ts'
import type { ParsedItem } from '../source.ts'

const runOf = () => answeringContext(() => '').context

function posting(id: string): ParsedItem {
  const said = { title: 'Data Engineer', company: null, url: `https://x.example/${id}`, locations: [], postedAt: null }
  return toItem({ ...UNSAID, ...said, sourcePostingId: id, descriptionHtml: '' }, id)
}

test('something is kept for a run and for no other', () => {
  const counterOf = perRun(() => ({ count: 0 }))
  const [first, second] = [runOf(), runOf()]
  counterOf(first).count += 1
  counterOf(first).count += 1
  expect([counterOf(first).count, counterOf(second).count]).toEqual([2, 0])
})

test('a posting comes once in a run, what is none as often as it is there', () => {
  const once = onceInRun()
  const [run, later] = [runOf(), runOf()]
  const none = rejected('bad_shape', 'item 0')
  const ids = (items: readonly ParsedItem[]) =>
    items.map((item) => (item.ok ? item.posting.sourcePostingId : item.reason))
  expect(ids(once(run, [posting('1'), none, posting('1'), posting('2')]))).toEqual(['1', 'bad_shape', '2'])
  expect(ids(once(run, [posting('2'), none, posting('3')]))).toEqual(['bad_shape', '3'])
  expect(ids(once(later, [posting('2')]))).toEqual(['2'])
})
