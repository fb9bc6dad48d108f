/** A link of a file, where it stands: with the words that carry it. */
export interface ResumeLink {
  readonly url: string
  readonly text: string
}

/** A line of a résumé in reading order. `cells`: its parts where wide gaps or tabs part them; `text` has all of them. */
export interface ResumeLine {
  readonly text: string
  readonly cells: readonly string[]
  /** Its pieces where its letters turn bold, slanted or back; none where all look alike. */
  readonly looks?: readonly string[]
  /** In points; of a word processor's file the depth of its list. */
  readonly x: number
  readonly right: number
  readonly size: number
  readonly isBold: boolean
  /** Whether it begins with the sign of a list; the sign is not part of the text. */
  readonly isBullet: boolean
  /** Whether it goes on where the line before ends. */
  readonly isWrapped: boolean
  /** Empty space above, in line heights. */
  readonly gap: number
  /** Lines of one number are read one after the other: a column, or a page that has none. */
  readonly flow: number
  readonly page: number
}

export interface ResumeText {
  readonly lines: readonly ResumeLine[]
  readonly links: readonly ResumeLink[]
  /** Words that stand on their side or in a header or footer that every page repeats. */
  readonly stray: readonly string[]
  /** Of the file; null for a kind that has none. */
  readonly pages: number | null
  /** Whether there is more in the file than was read. */
  readonly isCut: boolean
}
