import type { SOURCE_INPUTS, SourceProblem } from '#shared/discovery.ts'
import type { BoardRef } from '#shared/employers.ts'
import type { SourceId } from '#shared/ids.ts'
import type { HttpProblem, QuotaWindow } from '../../../infra/http/http.ts'
import type { RawPosting } from '../posting.ts'

/** What a source is, before anything is asked of it. */
export interface SourceManifest {
  readonly id: SourceId
  /** Other names under which people look for it on the command line. */
  readonly aliases?: readonly string[]
  readonly name: string
  /** One line for the list of sources. */
  readonly summary: string
  /** Where its jobs are, in words: "Germany, some of Europe". */
  readonly coverage: string
  /** The countries it can have jobs in (ISO 3166-1 alpha-2); null when it has no such list. */
  readonly countries: readonly string[] | null
  readonly homepage: string
  /** What its owner asks of those who read it, said plainly. */
  readonly terms: string
  /** Its addresses by name, without a slash at the end; `main` is the one that `context.base()` means. `{slug}` stands for the
   *  employer. Null for a source that makes no request, or whose addresses come from the user. */
  readonly hosts: { readonly main: string; readonly [name: string]: string } | null
  /** The forms in which it answers, the usual one first. */
  readonly formats: readonly ('json' | 'xml' | 'html')[]
  readonly isOffline?: boolean
  /** Fragile or against its owner's wishes: off until the user accepts its terms. */
  readonly isOptIn?: boolean
  /** Read only when somebody asks for it, never by the schedule. */
  readonly isManualOnly?: boolean
  readonly secrets?: readonly SecretField[]
  /** What the user has to list for it: employers with a board of this kind, feeds, pages. */
  readonly reads: (typeof SOURCE_INPUTS)[number] | null
  readonly pace: {
    /** Pause between two requests to its host. */
    readonly minGapMs: number
    /** So much more of it is left to chance. */
    readonly gapSpreadMs?: number
    /** Time for one request; 30 s unless it is known to need more. */
    readonly timeoutMs?: number
    readonly maxBytes?: number
    /** Least hours between two scheduled readings; at every slot unless said. */
    readonly cadenceHours?: number
  }
  /** What its owner allows; all of them hold. */
  readonly quotas: readonly SourceQuota[]
}

export interface SourceQuota {
  readonly requests: number
  readonly per: QuotaWindow
}

/** A key that a source uses. `name` is the environment variable under which it is accepted in headless use. */
export interface SecretField {
  readonly name: string
  readonly label: string
  /** Without it the source can do nothing; else it only widens the allowance. */
  readonly isRequired: boolean
  /** Where to get one. */
  readonly helpUrl: string
}

/** An employer whose board a source reads. */
export interface WatchedBoard extends BoardRef {
  readonly name: string
}

/** What the user is looking for, as far as sources care. `employers` are those of this source's kind that are switched on. */
export interface SearchPlan {
  readonly roles: readonly string[]
  readonly countries: readonly string[]
  readonly employers: readonly WatchedBoard[]
  readonly feeds: readonly string[]
  readonly pages: readonly string[]
  readonly firecrawlPages: readonly { readonly company: string; readonly url: string }[]
}

/** What a source is given for one run. */
export interface SourceContext {
  /** One of the manifest's hosts ('main' unless named), or what the user put in place of all of them. No slash at the end. */
  readonly base: (host?: string) => string
  readonly plan: SearchPlan
  readonly now: number
  /** The start of the last run that read this source to its end; null when none did. What is older was seen then. */
  readonly since: number | null
  /** Number of earlier finished runs of this source: where a source that cannot ask everything in one run goes on. */
  readonly turn: number
  /** Requests that this run may still make; Infinity for a source without an allowance. */
  readonly requestsLeft: () => number
  /** Null when it is not set. */
  readonly secret: (name: string) => string | null
  /** Whether a posting of this id is stored: its details need not be fetched again. */
  readonly isStored: (sourcePostingId: string) => boolean
  readonly get: (request: SourceRequest) => Promise<SourceAnswer>
  /** A browser on this machine, for sources that can only be read in one. Throws HttpProblem 'browser_missing'. */
  readonly browse: (page: BrowserRequest) => Promise<SourceAnswer>
}

export interface SourceRequest {
  readonly url: string
  readonly accept: 'json' | 'xml' | 'html' | 'any'
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  /** Body of a POST. */
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  /** Ask only for what changed since this address was last stored. */
  readonly isConditional?: boolean
  /** Attempts after the first; the client's own number unless said. 0 for what must not be repeated at once. */
  readonly maxRetries?: number
}

export interface BrowserRequest {
  readonly url: string
  /** The page is taken as soon as this selector matches something, or when loading is over. */
  readonly waitFor?: string
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
  'closed',
  'old',
] as const
export type Rejection = (typeof REJECTIONS)[number]

/** One item of a page: a posting, or why it is none. */
export type ParsedItem =
  | { readonly ok: true; readonly posting: RawPosting }
  | {
      readonly ok: false
      readonly reason: Rejection
      readonly detail: string
      /** The source says that this posting of its own is over: if it is stored, it closes. */
      readonly closedId?: string
    }

export interface SourcePage {
  readonly items: readonly ParsedItem[]
  /** Ids of postings on this page that are stored and were not read again: they are still there, as they were. */
  readonly stored?: readonly string[]
  /** Where to go on; null after the last page. An opaque word of the source's, stored as the run's checkpoint. */
  readonly nextCursor: string | null
  /** Where to go on when every posting of this page was known already, on a source whose newest come first: the next query, or null
   *  for the end. Absent: one goes on page by page. */
  readonly cursorWhenAllKnown?: string | null
  /** A full list of everything open (a board) that ends with this page; `scope` names it ('' when the source is one list). What was
   *  on it before and is no longer is closed. `isUnchanged`: the server said so, and nothing on it is looked at. */
  readonly fullList?: { readonly scope: string; readonly isComplete: boolean; readonly isUnchanged?: boolean }
  /** How an employer's board answered, for the list of employers; 'same': as it did the last time that it was read. */
  readonly board?: {
    readonly slug: string
    readonly state: 'ok' | 'empty' | 'gone' | 'failing' | 'same'
    readonly postings: number | null
  }
  /** Something that went wrong without ending the source: one board of several is gone. */
  readonly problem: { readonly code: SourceProblem; readonly message: string } | null
}

/** Any one answer of a source, with what the request for it knew: the board's slug, the company, the country of the endpoint. */
export interface Payload {
  readonly text: string
  readonly url: string
  readonly context: Readonly<Record<string, string>>
  readonly now: number
}

/** A source of postings. One folder, one manifest, one client, one pure parser; it throws HttpProblem for what ends its run. */
export interface Source {
  readonly manifest: SourceManifest
  /** One page. `cursor` is null for the first. */
  readonly fetchPage: (context: SourceContext, cursor: string | null) => Promise<SourcePage>
  /** The postings of any one answer of the source (a list, a detail page), whatever asked for it. Throws HttpProblem 'unreadable'
   *  for what is none of its answers. No request, no clock. */
  readonly parse: (payload: Payload) => readonly ParsedItem[] | Promise<readonly ParsedItem[]>
  /** What the source means by a failed request, where its words say more than their status (a used-up month); the problem itself
   *  where they do not. Pure. */
  readonly refusal?: (problem: HttpProblem) => HttpProblem
}
