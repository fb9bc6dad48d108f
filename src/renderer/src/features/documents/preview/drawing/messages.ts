import type { Paper } from '../paper.ts'

/** A page of a file as it is read, before it is drawn. */
export interface PageText extends Paper {
  /** 1, 2, 3 … */
  readonly number: number
  /** What is on it, in the order in which the file has it. */
  readonly text: string
}

/** What the thread is asked. A file that is opened takes the place of the one before it. `file` counts them. */
export type Asked =
  | { readonly kind: 'open'; readonly file: number; readonly base64: string }
  | { readonly kind: 'draw'; readonly file: number; readonly number: number; readonly widthPx: number }

/** What the thread tells. */
export type Told =
  | { readonly kind: 'opened'; readonly file: number; readonly pages: readonly PageText[] }
  | {
      readonly kind: 'drawn'
      readonly file: number
      readonly number: number
      readonly widthPx: number
      readonly picture: ImageBitmap
    }
  | { readonly kind: 'failed'; readonly file: number; readonly reason: string }
