import { parentPort } from 'node:worker_threads'

// What a file that unpacks to much more could make of the thread: its memory is outside the heap.
parentPort?.on('message', () => {
  const kept: Buffer[] = []
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (;;) {
    kept.push(Buffer.alloc(64 * 1024 ** 2, 1))
    Atomics.wait(pause, 0, 0, 10)
  }
})
