// What other features may use of applications.
export { PutOffMenu } from './detail/reminders/put-off-menu.tsx'
export { morningIn } from './detail/time/suggested-times.ts'
export { clockWords, dateWords, dueWords, momentWords, type Here } from './detail/time/when-words.ts'
export { useHere } from './detail/use-here.ts'
export { usePerform } from './detail/use-perform.ts'
export { ApplicationLine } from './job/application-line.tsx'
export { STAGE_WORDS } from './words/stage-words.ts'
export { STEP_ICONS, STEP_WORDS } from './words/step-words.ts'
