import { parentPort } from 'node:worker_threads'

// What a library that was broken off could leave behind: it answers, and fails afterwards.
parentPort?.on('message', ({ id }: { readonly id: number }) => {
  const value = { status: 'ok', message: '', fileName: 'cv', pages: 1, language: null, suggestions: [], unread: [] }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ id, ok: true, value })
  setTimeout(() => {
    throw new Error('Left over')
  }, 10)
})
