import type { Letter } from '#shared/notifications.ts'

export type LetterSection = Letter['sections'][number]
export type LetterLine = LetterSection['lines'][number]

/** A briefing in words. `title` says the most of it in one line, `body` in one or two. */
export interface BriefingWords {
  readonly title: string
  readonly body: string
  readonly sections: readonly LetterSection[]
}

/** `now` decides which times are told with their day. */
export interface WordsContext {
  readonly now: number
  readonly zone: string
}
