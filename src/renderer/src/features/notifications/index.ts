// What other features may use of notifications.
export { CHANNEL_WORDS, TYPE_NOTES, TYPE_WORDS } from './words/notification-words.ts'
