import { describe, expect, test } from 'vitest'
import { jsonItems } from './json-page.ts'

const form = { keys: ['jobs', 'job'], isItem: (value: Readonly<Record<string, unknown>>) => 'title' in value }
const read = (value: unknown) => jsonItems({ text: JSON.stringify(value), url: 'https://api.example/jobs' }, form).items
const item = { title: 'Engineer' }

describe('the items of an answer', () => {
  test.each([
    ['under its key', { jobs: [item], total: 1 }, [item]],
    ['under another key', { job: item }, [item]],
    ['as the answer', [item, null], [item, null]],
    ['alone', item, [item]],
    ['in numbered fields', { jobs: { 0: item, 7: item } }, [item, item]],
    ['in an answer of numbered fields', { 0: item }, [item]],
    ['that are none', { jobs: [] }, []],
    ['that are none, by count', { jobs: null, total: 0 }, []],
    ['that are none, by a count within', { jobs: null, total: { value: 0 } }, []],
  ])('%s', (_, value, items) => {
    expect(read(value)).toEqual(items)
  })

  test.each([
    [null],
    ['jobs'],
    [{}],
    [{ jobs: null }],
    [{ jobs: null, total: 3 }],
    [{ total: 0 }],
    [{ jobs: {} }],
    [{ jobs: { a: item } }],
    [{ error: 'no' }],
  ])('are not in %j', (value) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
})
