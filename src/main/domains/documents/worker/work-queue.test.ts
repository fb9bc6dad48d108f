import { expect, test } from 'vitest'
import { createWorkQueue } from './work-queue.ts'

/** A piece of work that says when it begins and ends when it is told to. */
function piece(name: string, said: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const work = () => {
    said.push(name)
    return promise
  }
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) }
}

test('one at a time, in the order in which they came', async () => {
  const said: string[] = []
  const { run } = createWorkQueue()
  const [one, two] = [piece('one', said), piece('two', said)]
  const [first, second] = [run(one.work), run(two.work)]
  await new Promise(setImmediate)
  expect(said).toEqual(['one'])
  one.end()
  expect(await first).toBe('one')
  two.end()
  expect(await second).toBe('two')
  expect(said).toEqual(['one', 'two'])
})

test('what nobody waits for any more is told so at once, and never begun', async () => {
  const said: string[] = []
  const { run } = createWorkQueue()
  const [one, two, three] = [piece('one', said), piece('two', said), piece('three', said)]
  const leaving = new AbortController()
  void run(one.work)
  const second = run(two.work, leaving.signal)
  const third = run(three.work)
  leaving.abort(new Error('The line broke'))
  await expect(second).rejects.toMatchObject({ name: 'AbortError' })
  one.end()
  three.end()
  expect(await third).toBe('three')
  expect(said).toEqual(['one', 'three'])
})

test('the next waits for the end of work that nobody waits for any more', async () => {
  const said: string[] = []
  const { run } = createWorkQueue()
  const [one, two] = [piece('one', said), piece('two', said)]
  const leaving = new AbortController()
  const first = run(one.work, leaving.signal)
  const second = run(two.work)
  await new Promise(setImmediate)
  leaving.abort()
  await expect(first).rejects.toMatchObject({ name: 'AbortError' })
  await new Promise(setImmediate)
  expect(said).toEqual(['one'])
  one.fail()
  two.end()
  expect(await second).toBe('two')
})

test('a failure is told to its asker and stops nobody', async () => {
  const said: string[] = []
  const { run } = createWorkQueue()
  const [one, two] = [piece('one', said), piece('two', said)]
  const [first, second] = [run(one.work), run(two.work)]
  one.fail()
  two.end()
  await expect(first).rejects.toThrow('one')
  expect(await second).toBe('two')
})
