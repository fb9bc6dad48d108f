import { content } from './content.ts'
import { writeDocument } from './document.ts'
import { planLookalikes } from './lookalikes.ts'
import { planOpenings } from './plan.ts'
import {
  createIdBook,
  type IdBook,
  printCopy,
  printFirst,
  printHandwritten,
  writeCompanyUrl,
  type WrittenOpening,
} from './postings.ts'
import { createRandom, type Random } from './random.ts'
import { DRESSES } from './render.ts'
import { type Board, BOARDS, type SampleFeed, type SamplePosting } from './shape.ts'

/** Chosen so that copies do not tilt the planned shares and every way of writing pay occurs. */
const SEED = 20_260_755
const DUPLICATES = 40
const BOARD_OF_FIRST: readonly Board[] = [
  'northern-board',
  'northern-board',
  'talent-hub',
  'talent-hub',
  'company-page',
]
const ORIGIN =
  'Invented job postings, written for Career Copilot: every company, person, product and address is fictional; .example domains are reserved (RFC 2606). "truth" says what a posting states, for tests and demo figures only.'

function writeOpenings(random: Random): WrittenOpening[] {
  const { planned, lookalikes } = planLookalikes(planOpenings(random), random)
  const written = planned.map((opening, index): WrittenOpening => ({
    opening,
    sections: writeDocument(opening, random),
    dress: random.pick(DRESSES),
    companyUrl: writeCompanyUrl({ opening, number: index, random }),
  }))
  const twins = lookalikes.map(({ original, twin, reword }, index): WrittenOpening => {
    const source = written.find(({ opening }) => opening === original)
    if (!source) throw new Error(`a look-alike of "${original.title}" has no original`)
    const opening = { ...twin, postedHoursAgo: Math.max(0, original.postedHoursAgo - random.integer(0, 48)) }
    const number = planned.length + index
    return {
      ...source,
      opening,
      sections: reword ? reword(source.sections) : writeDocument(opening, random),
      companyUrl: writeCompanyUrl({ opening, number, random }),
    }
  })
  return [...written, ...twins]
}

/** Copies of openings spread over the list; every ninth of them appears on all three boards. */
function printCopies(
  firsts: readonly (readonly [WrittenOpening, SamplePosting])[],
  { ids, random }: { ids: IdBook; random: Random },
): SamplePosting[] {
  const candidates = random.shuffle(firsts.filter(([, posting]) => posting.postedHoursAgo >= 4))
  const fromCompany = candidates.filter(([, posting]) => posting.board === 'company-page').slice(0, 17)
  const fromBoards = candidates.filter(([, posting]) => posting.board !== 'company-page').slice(0, 19)
  const copies: SamplePosting[] = []
  for (const [index, [written, first]] of [...fromCompany, ...fromBoards].entries()) {
    const others = random.shuffle(BOARDS.filter((board) => board !== first.board))
    const boards = index % 9 === 0 ? others : others.slice(0, 1)
    for (const board of boards)
      if (copies.length < DUPLICATES) copies.push(printCopy(written, { first, board, ids, random }))
  }
  return copies
}

function printBroken(random: Random): SamplePosting[] {
  return content.handwritten.broken.map(({ html, ...fields }) => ({
    ...fields,
    remote: null,
    employmentType: null,
    salary: null,
    postedHoursAgo: random.integer(20, 300),
    descriptionHtml: html,
    truth: {
      opening: null,
      visa: 'unstated',
      visaEvidence: null,
      salary: null,
      salaryEvidence: null,
      city: null,
      country: null,
      workplace: 'unknown',
      seniority: 'unknown',
      roleFamily: 'other',
    },
  }))
}

/** The bundled feed, the same on every call: openings, their look-alikes and copies, whole postings by hand, four broken
 *  entries and one with hostile markup. Oldest first, so that the first posting of an opening comes before its copies. */
export function buildSampleFeed(seed: number = SEED): SampleFeed {
  const random = createRandom(seed)
  const ids = createIdBook(random)
  const firsts = writeOpenings(random).map(
    (written) => [written, printFirst(written, { board: random.pick(BOARD_OF_FIRST), ids })] as const,
  )
  const copies = printCopies(firsts, { ids, random })
  const isCopied = new Set(copies.map((copy) => copy.truth.opening))
  const unsafeId = firsts.find(([{ opening }, posting]) => opening.language === 'en' && !isCopied.has(posting.id))?.[1]
    .id
  const openings = firsts.map(([, posting]) =>
    posting.id === unsafeId
      ? { ...posting, descriptionHtml: content.handwritten.unsafe.prefixHtml + posting.descriptionHtml }
      : posting,
  )
  const handwritten = content.handwritten.openings.map((text) => printHandwritten(text, { ids, random }))
  const postings = [...openings, ...handwritten, ...copies, ...printBroken(random)]
  return {
    origin: ORIGIN,
    generator: 'scripts/data/build-sample-feed.ts',
    postings: postings.toSorted((left, right) => right.postedHoursAgo - left.postedHoursAgo),
  }
}

/** The file's text: one posting a line, so that a change of wording shows as the lines it touched. */
export function serialiseFeed({ origin, generator, postings }: SampleFeed): string {
  const head = `{\n"origin": ${JSON.stringify(origin)},\n"generator": ${JSON.stringify(generator)},\n"postings": [\n`
  return `${head}${postings.map((posting) => JSON.stringify(posting)).join(',\n')}\n]\n}\n`
}
