import { parentPort } from 'node:worker_threads'

// What a file could make of the thread: it keeps more and more, and never answers.
parentPort?.on('message', () => {
  const kept: number[][] = []
  // oxlint-disable-next-line unicorn/no-new-array -- the quickest way to fill a heap
  for (;;) kept.push(new Array<number>(1_000_000).fill(0.5))
})
