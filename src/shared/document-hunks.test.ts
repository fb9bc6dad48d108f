import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyHunks, hunksOf } from './document-hunks.ts'
import { cv, head, part, post, sentence } from './document-hunks.fixture.ts'
import {
  type ClaimText,
  DOCUMENT_LIST_MAX,
  DOCUMENT_MAX_JSON_CHARS,
  type DocumentContent,
  documentContentSchema,
  type LetterContent,
  letterContentSchema,
  resumeContentSchema,
  type ResumeItem,
  SECTION_KINDS,
} from './documents.ts'

/** Few ids, so that parts are often the same, moved, gone or there twice. */
const idIn = (prefix: string) => fc.integer({ min: 0, max: 5 }).map((number) => `${prefix}${number}`)
const word = fc.constantFrom('', 'Rust', 'Led a team of 5', 'Köln', 'Straße')
const cites = fc.array(idIn('factnr'), { maxLength: 2 })
const claim = fc.record({ id: idIn('claimid'), text: word, isShown: fc.boolean(), cites })
const date = fc.constantFrom(null, '2020', '2021-05')
const item = fc.record({
  id: idIn('itemid'),
  isShown: fc.boolean(),
  title: word,
  organisation: word,
  place: word,
  start: date,
  end: date,
  isDated: fc.boolean(),
  url: fc.constantFrom('', 'https://example.org'),
  note: word,
  bullets: fc.array(claim, { maxLength: 5 }),
  cites,
})
const group = fc.record({
  id: idIn('groupid'),
  isShown: fc.boolean(),
  label: word,
  words: fc.array(word, { maxLength: 3 }),
})
const section = fc.record({
  id: idIn('sectionid'),
  kind: fc.constantFrom(...SECTION_KINDS),
  title: word,
  isShown: fc.boolean(),
  paragraphs: fc.array(claim, { maxLength: 3 }),
  items: fc.array(item, { maxLength: 4 }),
  groups: fc.array(group, { maxLength: 3 }),
})
const header = fc.record({
  name: word,
  headline: word,
  email: fc.constantFrom('', 'ana@example.org'),
  phone: word,
  city: word,
  countryCode: fc.constantFrom(null, 'DE'),
  links: fc.array(fc.record({ label: word, url: fc.constantFrom('', 'https://example.org') }), { maxLength: 2 }),
  isPlaceShown: fc.boolean(),
})
const resume = fc.record({
  kind: fc.constant('resume' as const),
  header,
  sections: fc.array(section, { maxLength: 5 }),
})
const letter = fc.record({
  kind: fc.constant('letter' as const),
  header,
  recipient: fc.record({ name: word, company: word, address: word }),
  dateLine: word,
  subject: word,
  greeting: word,
  paragraphs: fc.array(claim, { maxLength: 6 }),
  closing: word,
  signature: word,
})
const pair = fc.oneof(fc.tuple(resume, resume), fc.tuple(letter, letter), fc.tuple(resume, letter))

describe('of any two contents', () => {
  test('all hunks make the proposal, none leaves the base', () => {
    fc.assert(
      fc.property(pair, ([base, proposal]) => {
        const ids = hunksOf(base, proposal).map(({ id }) => id)
        expect(applyHunks(base, proposal, ids)).toEqual({ content: proposal, unfit: [] })
        expect(applyHunks(base, proposal, [])).toEqual({ content: base, unfit: [] })
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 500 },
    )
  })

  test('any choice of hunks is a content, and what was not taken is what is still different', () => {
    fc.assert(
      fc.property(pair, fc.infiniteStream(fc.boolean()), ([base, proposal], choice) => {
        const hunks = hunksOf(base, proposal)
        const some = hunks.filter(() => choice.next().value).map(({ id }) => id)
        const { content: taken, unfit } = applyHunks(base, proposal, some)
        expect(unfit).toEqual([])
        expect(documentContentSchema.parse(taken)).toEqual(taken)
        const rest = hunksOf(taken, proposal).map(({ id }) => id)
        expect(applyHunks(taken, proposal, rest).content).toEqual(proposal)
      }),
      { numRuns: 300 },
    )
  })

  test('that are the same there is none', () => {
    fc.assert(
      fc.property(fc.oneof(resume, letter), (content) => {
        expect(hunksOf(content, structuredClone(content))).toEqual([])
      }),
    )
  })
})

/** Lists that are nearly full, with ids from a few more than they hold, so that some are in both, some moved and some new. */
const fullList = <T extends { readonly id: string }>(most: number, make: (id: string) => T): fc.Arbitrary<T[]> =>
  fc
    .tuple(
      fc.integer({ min: most - 2, max: most }),
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.nat({ max: most - 3 }), { maxLength: 3 }),
    )
    .map(([count, from, moved]) => {
      const made = Array.from({ length: count }, (_, at) => make(`partnumber${from + at}`))
      for (const at of moved) made.push(...made.splice(at, 1))
      return made
    })
const plain = (id: string): ClaimText => ({ id, text: `Text of ${id}`, isShown: true, cites: [] })
const fullSection = fc
  .record({
    kind: fc.constant('experience' as const),
    at: fc.integer({ min: 0, max: 2 }),
    paragraphs: fullList(DOCUMENT_LIST_MAX.sectionParagraphs, plain),
    groups: fullList(DOCUMENT_LIST_MAX.groups, (id) => ({ id, isShown: true, label: id, words: [] })),
    bullets: fullList(DOCUMENT_LIST_MAX.bullets, plain),
    others: fullList(DOCUMENT_LIST_MAX.bullets, (id) => plain(`other${id}`)),
  })
  .map(({ at, bullets, others, ...section }) => ({
    ...section,
    id: `sectionnr${at}`,
    title: '',
    isShown: true,
    items: [post('postnr1', { bullets }), post('postnr2', { bullets: others })],
  }))
const fullResume = fc
  .tuple(
    fullSection,
    fullList(DOCUMENT_LIST_MAX.sections - 1, (id) => part(id)),
  )
  .map(([filled, rest]) => resumeContentSchema.parse(cv([filled, ...rest])))
const fullLetter = fc
  .tuple(letter, fullList(DOCUMENT_LIST_MAX.letterParagraphs, plain))
  .map(([one, paragraphs]) => letterContentSchema.parse({ ...one, paragraphs }))

describe('of contents that are nearly full', () => {
  test('any choice of hunks is a content that can be stored; what does not fit is told and changes nothing', () => {
    let unfitting = 0
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(fullResume, fullResume), fc.tuple(fullLetter, fullLetter)),
        fc.integer({ min: 1, max: 6 }),
        ([base, proposal], nth) => {
          const ids = hunksOf(base, proposal)
            .filter(({ type }, at) => type !== 'removed' || at % nth === 0)
            .map(({ id }) => id)
          const { content: taken, unfit } = applyHunks(base, proposal, ids)
          expect(documentContentSchema.safeParse(taken).error).toBeUndefined()
          expect(new Set(ids)).toEqual(new Set([...ids, ...unfit]))
          const fitting = ids.filter((id) => !unfit.includes(id))
          expect(applyHunks(base, proposal, fitting)).toEqual({ content: taken, unfit: [] })
          unfitting += unfit.length
        },
      ),
      { numRuns: 60 },
    )
    expect(unfitting).toBeGreaterThan(0)
  })

  test('the last of what is new does not fit; what makes room makes room', () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => part(`sectionnr${from + at}`, { title: `${from + at}` }))
    const base = cv(many(0, 40))
    const proposal = cv(many(1, 40))
    const all = hunksOf(base, proposal)
    const added = all.filter(({ type }) => type === 'added').map(({ id }) => id)
    expect(applyHunks(base, proposal, added)).toEqual({ content: base, unfit: added })
    const ids = all.map(({ id }) => id)
    expect(applyHunks(base, proposal, ids)).toEqual({ content: proposal, unfit: [] })
  })

  test('a sentence that moves into a post without room stays in the post where it was', () => {
    const bullets = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => sentence(`bulletnr${from + at}`, `${from + at}`))
    const work = (one: ClaimText[], two: ClaimText[]) =>
      cv([part('sectionwork', { items: [post('postnr1', { bullets: one }), post('postnr2', { bullets: two })] })])
    const base = work(bullets(0, 3), bullets(100, 80))
    const proposal = work(bullets(1, 2), [...bullets(101, 79), ...bullets(0, 1)])
    const moved = hunksOf(base, proposal).filter(({ type }) => type === 'moved')
    expect(moved).toHaveLength(1)
    const ids = moved.map(({ id }) => id)
    expect(applyHunks(base, proposal, ids)).toEqual({ content: base, unfit: ids })
  })

  test('the whole is no larger than a document may be', () => {
    const large = (name: string) =>
      cv(
        Array.from({ length: 6 }, (_, at) =>
          part(`section${name}${at}`, {
            paragraphs: Array.from({ length: 20 }, (_unused, nr) =>
              sentence(`sentence${name}${at}x${nr}`, 'ä'.repeat(3000)),
            ),
            items: Array.from({ length: 8 }, (_unused, nr) =>
              post(`post${name}${at}x${nr}`, {
                bullets: Array.from({ length: 6 }, (_none, bullet) =>
                  sentence(`bullet${name}${at}x${nr}x${bullet}`, 'ü'.repeat(3000)),
                ),
              }),
            ),
          }),
        ),
      )
    const base = large('one')
    const proposal = large('two')
    const added = hunksOf(base, proposal).filter(({ type }) => type === 'added')
    expect(added).toHaveLength(6)
    const { content, unfit } = applyHunks(
      base,
      proposal,
      added.map(({ id }) => id),
    )
    expect(JSON.stringify(content).length).toBeLessThanOrEqual(DOCUMENT_MAX_JSON_CHARS)
    expect(content.kind === 'resume' && content.sections.length).toBeGreaterThan(6)
    expect(unfit.length).toBeGreaterThan(0)
  })
})

const told = (base: DocumentContent, proposal: DocumentContent) =>
  hunksOf(base, proposal).map(({ type, what, at, before, after }) => [type, what, at, before, after])

describe('what is different is told', () => {
  const posts = (...items: ResumeItem[]) => cv([part('sectionwork', { items })])

  test.each<[string, DocumentContent, DocumentContent, unknown[]]>([
    [
      'a sentence that is written anew, with what it rests on now, as one',
      posts(post('postnr1', { bullets: [sentence('bullet1', 'Built it', { cites: ['factnr1'] })] })),
      posts(post('postnr1', { bullets: [sentence('bullet1', 'Built it in Rust', { cites: ['factnr2'] })] })),
      [['changed', 'sentence', 'bullet1', 'Built it', 'Built it in Rust']],
    ],
    [
      'a sentence that rests on something else and says the same',
      posts(post('postnr1', { bullets: [sentence('bullet1', 'Built it', { cites: ['factnr1'] })] })),
      posts(post('postnr1', { bullets: [sentence('bullet1', 'Built it', { cites: ['factnr2'] })] })),
      [['cited', 'sentence', 'bullet1', 'Built it', 'Built it']],
    ],
    [
      'a post with other dates',
      posts(post('postnr1')),
      posts(post('postnr1', { end: '2024' })),
      [['changed', 'item', 'postnr1', 'Engineer · Havelwerk · 2020-01 –', 'Engineer · Havelwerk · 2020-01 – 2024']],
    ],
    [
      'a post that comes in with all in it, and one that goes',
      posts(post('postnr1'), post('postnr2', { title: 'Nurse' })),
      posts(
        post('postnr2', { title: 'Nurse' }),
        post('postnr3', { title: 'Cook', bullets: [sentence('bullet9', 'Cooked')] }),
      ),
      [
        ['removed', 'item', 'postnr1', 'Engineer · Havelwerk · 2020-01 –', null],
        ['added', 'item', 'postnr3', null, 'Cook · Havelwerk · 2020-01 –\nCooked'],
      ],
    ],
    [
      'only the one that moved, when the others keep their order',
      posts(post('postnr1'), post('postnr2'), post('postnr3'), post('postnr4')),
      posts(post('postnr4'), post('postnr1'), post('postnr2'), post('postnr3')),
      [['moved', 'item', 'postnr4', 'Engineer · Havelwerk · 2020-01 –', 'Engineer · Havelwerk · 2020-01 –']],
    ],
    [
      'a sentence that goes from one post to another',
      posts(post('postnr1', { bullets: [sentence('bullet1', 'Built it')] }), post('postnr2')),
      posts(post('postnr1'), post('postnr2', { bullets: [sentence('bullet1', 'Built it well')] })),
      [['moved', 'sentence', 'bullet1', 'Built it', 'Built it well']],
    ],
    [
      'what is hidden and shown',
      cv([part('sectionwork'), part('sectionmore', { title: 'More', isShown: false })]),
      cv([part('sectionwork', { isShown: false }), part('sectionmore', { title: 'More' })], { isPlaceShown: false }),
      [
        ['hidden', 'field', 'isPlaceShown', 'Berlin', 'Berlin'],
        ['hidden', 'section', 'sectionwork', '', ''],
        ['shown', 'section', 'sectionmore', 'More', 'More'],
      ],
    ],
    [
      'words of a group, and lines on top',
      cv([part('sectionskill', { groups: [{ id: 'groupnr1', isShown: true, label: 'Code', words: ['Rust'] }] })]),
      cv(
        [part('sectionskill', { groups: [{ id: 'groupnr1', isShown: true, label: 'Code', words: ['Rust', 'Go'] }] })],
        {
          countryCode: null,
          links: [{ label: 'Code', url: 'https://example.org' }],
        },
      ),
      [
        ['changed', 'field', 'countryCode', 'DE', ''],
        ['changed', 'field', 'links', '', 'Code · https://example.org'],
        ['changed', 'group', 'groupnr1', 'Code: Rust', 'Code: Rust, Go'],
      ],
    ],
  ])('%s', (_what, base, proposal, expected) => {
    expect(told(base, proposal)).toEqual(expected)
  })

  test('with the section and the post in which it is, and where it was before', () => {
    const bullet = sentence('bullet1', 'Built it')
    const [hunk] = hunksOf(
      posts(post('postnr1', { bullets: [bullet] }), post('postnr2')),
      posts(post('postnr1'), post('postnr2', { bullets: [bullet] })),
    )
    const place = (id: string) => ({
      section: { id: 'sectionwork', kind: 'experience', title: '' },
      item: { id, title: 'Engineer', organisation: 'Havelwerk' },
    })
    expect(hunk).toMatchObject({ place: place('postnr2'), from: place('postnr1') })
  })

  test('of a letter line by line', () => {
    const letterOf = (more: Partial<LetterContent>): LetterContent => ({
      kind: 'letter',
      header: head,
      recipient: { name: '', company: 'Havelwerk', address: '' },
      dateLine: '',
      subject: 'Application',
      greeting: '',
      paragraphs: [],
      closing: '',
      signature: '',
      ...more,
    })
    const proposal = letterOf({
      recipient: { name: '', company: 'Kestrel', address: '' },
      paragraphs: [sentence('claimid1', 'Hello')],
    })
    expect(told(letterOf({}), proposal)).toEqual([
      ['changed', 'field', 'recipient.company', 'Havelwerk', 'Kestrel'],
      ['added', 'sentence', 'claimid1', null, 'Hello'],
    ])
    const [line] = hunksOf(letterOf({}), proposal)
    expect(applyHunks(letterOf({}), proposal, [line?.id ?? '']).content).toEqual(
      letterOf({ recipient: { name: '', company: 'Kestrel', address: '' } }),
    )
  })
})

test('a piece that is taken alone stands where the proposal has it, and the rest stays', () => {
  const base = cv(['one', 'two', 'three', 'six'].map((name) => part(`section${name}`)))
  const proposal = cv(['six', 'one', 'three', 'new'].map((name) => part(`section${name}`)))
  const take = (type: string) =>
    applyHunks(
      base,
      proposal,
      hunksOf(base, proposal).flatMap((hunk) => (hunk.type === type ? [hunk.id] : [])),
    ).content
  const order = (content: DocumentContent) =>
    content.kind === 'resume' ? content.sections.map(({ id }) => id.slice('section'.length)) : []
  expect(order(take('moved'))).toEqual(['six', 'one', 'two', 'three'])
  expect(order(take('added'))).toEqual(['one', 'two', 'three', 'six', 'new'])
  expect(order(take('removed'))).toEqual(['one', 'three', 'six'])
})
