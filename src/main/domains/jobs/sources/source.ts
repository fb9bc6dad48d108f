import type { SourceProblem } from '#shared/discovery.ts'
import type { SourceId } from '#shared/ids.ts'
import type { RawPosting } from '../posting.ts'

/** What a source is, before anything is asked of it. */
export interface SourceManifest {
  readonly id: SourceId
  readonly name: string
  /** One line for the list of sources. */
  readonly summary: string
  /** Where its jobs are, in words: "Germany, some of Europe". */
  readonly coverage: string
  readonly homepage: string
  /** What its owner asks of those who read it, said plainly. */
  readonly terms: string
  /** Null for a source that makes no request, or whose addresses come from the user. */
  readonly baseUrl: string | null
  readonly isOffline: boolean
  readonly needsKey: boolean
  /** The setting that says what to read, for a source that needs one. */
  readonly configuration: 'greenhouseBoards' | 'rssFeeds' | null
  /** Pause between two requests to its host. */
  readonly minGapMs: number
  readonly quota: { readonly requests: number; readonly per: 'day' | 'month' } | null
}

/** What the user is looking for, as far as sources care. */
export interface SearchPlan {
  readonly roles: readonly string[]
  readonly countries: readonly string[]
  readonly greenhouseBoards: readonly string[]
  readonly rssFeeds: readonly string[]
}

/** What a source is given for one run. */
export interface SourceContext {
  /** The manifest's base URL, or what the user put in its place. No slash at the end. */
  readonly baseUrl: string
  readonly plan: SearchPlan
  readonly now: number
  readonly get: (request: SourceRequest) => Promise<SourceAnswer>
}

export interface SourceRequest {
  readonly url: string
  readonly accept: 'json' | 'xml' | 'html'
  readonly headers?: Readonly<Record<string, string>>
  /** Ask only for what changed since this address was last stored. */
  readonly isConditional?: boolean
}

/** `isNotModified`: the server says that nothing changed since the answer that was stored; `text` is empty then. */
export interface SourceAnswer {
  readonly url: string
  readonly text: string
  readonly isNotModified: boolean
}

export const REJECTIONS = [
  'no_title',
  'no_url',
  'bad_shape',
  'too_large',
  'outside_roles',
  'outside_countries',
] as const
export type Rejection = (typeof REJECTIONS)[number]

/** One item of a page: a posting, or why it is none. */
export type ParsedItem =
  | { readonly ok: true; readonly posting: RawPosting }
  | { readonly ok: false; readonly reason: Rejection; readonly detail: string }

export interface SourcePage {
  readonly items: readonly ParsedItem[]
  /** Where to go on; null after the last page. An opaque word of the source's, stored as the run's checkpoint. */
  readonly nextCursor: string | null
  /** Something that went wrong without ending the source: one board of several is gone. */
  readonly problem: { readonly code: SourceProblem; readonly message: string } | null
}

/** A source of postings. One folder, one manifest, one client, one pure parser; it throws HttpProblem for what ends its run. */
export interface Source {
  readonly manifest: SourceManifest
  /** Whether the plan holds what this source needs. */
  readonly isConfigured: (plan: SearchPlan) => boolean
  /** One page. `cursor` is null for the first. */
  readonly fetchPage: (context: SourceContext, cursor: string | null) => Promise<SourcePage>
}
