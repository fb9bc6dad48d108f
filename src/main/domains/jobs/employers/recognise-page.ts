import { type BoardKind, type BoardRef, boardRefSchema } from '#shared/employers.ts'
import { type Mention, MENTION_WAYS, mentionsIn, withoutComments } from './page-mentions.ts'
import { recogniseAddress, recogniseJobAddress } from './recognise-address.ts'

/** What is beyond is not looked at. UTF-16 units. */
const MAX_PAGE_CHARS = 3_000_000
/** A page that names more boards than this is a list of links and no careers page; the surest are told. */
const MAX_BOARDS = 10

export interface RecognisedPage {
  /** The boards that the page embeds, asks for or links to, the surest first. */
  readonly boards: readonly BoardRef[]
  /** Systems that the page uses without saying as whom: their names have to be guessed. */
  readonly unnamed: readonly BoardKind[]
}

/** Settings of widgets that name the board beside no address. Each with a sign that the name is meant for that system. */
const WIDGETS: readonly { readonly kind: BoardKind; readonly sign: RegExp; readonly name: RegExp }[] = [
  {
    kind: 'greenhouse',
    sign: /greenhouse|grnhse/i,
    name: /\bboard[_-]?token["']?\s{0,5}[:=]\s{0,5}["']([\w.-]{1,100})["']/gi,
  },
  {
    kind: 'lever',
    sign: /leverJobsOptions/,
    name: /\baccountName["']?\s{0,5}:\s{0,5}["']([\w.-]{1,100})["']/g,
  },
  {
    kind: 'smartrecruiters',
    sign: /smart_?widget|smartrecruiters/i,
    name: /\bcompany_code["']?\s{0,5}:\s{0,5}["']([\w.-]{1,100})["']/g,
  },
  { kind: 'workable', sign: /whr_embed/, name: /\bwhr_embed\(\s{0,5}["']?(\d{1,12})\b/g },
]

/** Signs that a page is made with a system which it does not name itself to. */
const UNNAMED: readonly { readonly kind: BoardKind; readonly sign: RegExp }[] = [
  { kind: 'greenhouse', sign: /id=["']?grnhse_app\b|[?&;]gh_jid=/i },
  { kind: 'ashby', sign: /[?&;]ashby_jid=|id=["']?ashby_embed\b/i },
  { kind: 'recruitee', sign: /\brecruiteecdn\.com\b|\bRTWidget\(/ },
  {
    kind: 'teamtailor',
    sign: /\bteamtailor-cdn\.com\b|\bteamtailor-jobs-widget\b|\bdata-teamtailor-|\bgenerator["'][^<>]{0,100}\bteamtailor\b/i,
  },
]

/** Reads which boards a careers page embeds or links to: addresses in what it loads, in its scripts and links, and the settings of
 *  the systems' widgets. Markup is not parsed, so nothing in it can break the reading. Pure, linear. */
export function recognisePage(html: string): RecognisedPage {
  const page = withoutComments(html.slice(0, MAX_PAGE_CHARS))
  const found = new Map<string, { board: BoardRef; score: number; times: number }>()
  const add = (board: BoardRef, score: number): void => {
    const key = `${board.kind}/${board.slug.toLowerCase()}`
    const known = found.get(key) ?? { board, score, times: 0 }
    found.set(key, { ...known, score: Math.max(known.score, score), times: known.times + 1 })
  }
  for (const mention of mentionsIn(page)) {
    const board = recogniseAddress(mention.address)
    if (board !== null) add(board, scoreOf(mention))
  }
  for (const board of widgetsOf(page)) add(board, EMBEDDED)
  const boards = [...found.values()]
    .toSorted((left, right) => right.score - left.score || right.times - left.times)
    .slice(0, MAX_BOARDS)
    .map(({ board }) => board)
  const named = new Set(boards.map((board) => board.kind))
  const unnamed = UNNAMED.filter(({ kind, sign }) => !named.has(kind) && sign.test(page)).map(({ kind }) => kind)
  return { boards, unnamed }
}

const EMBEDDED = MENTION_WAYS.length

/** A single posting says less than a board: it may be somebody else's. */
function scoreOf({ address, way }: Mention): number {
  return MENTION_WAYS.length - MENTION_WAYS.indexOf(way) - (recogniseJobAddress(address) === null ? 0 : 0.5)
}

function widgetsOf(page: string): BoardRef[] {
  return WIDGETS.flatMap(({ kind, sign, name }) => {
    if (!sign.test(page)) return []
    return Array.from(page.matchAll(name), (match) => boardRefSchema.safeParse({ kind, slug: match[1], variant: null }))
      .filter((parsed) => parsed.success)
      .map((parsed) => parsed.data)
  })
}
