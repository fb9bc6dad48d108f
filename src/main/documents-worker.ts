import { answerInThread } from './shell/headless/documents-thread/answer-in-thread.ts'

// Started by the app as a thread: what draws documents and reads résumé files lives here and nowhere else.
answerInThread()
