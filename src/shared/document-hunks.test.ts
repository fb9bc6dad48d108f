import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyHunks, hunksOf } from './document-hunks.ts'
import {
  type ClaimText,
  type DocumentContent,
  documentContentSchema,
  type LetterContent,
  type ResumeContent,
  type ResumeItem,
  type ResumeSection,
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
        expect(applyHunks(base, proposal, ids)).toEqual(proposal)
        expect(applyHunks(base, proposal, [])).toEqual(base)
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
        const taken = applyHunks(base, proposal, some)
        expect(documentContentSchema.parse(taken)).toEqual(taken)
        const rest = hunksOf(taken, proposal).map(({ id }) => id)
        expect(applyHunks(taken, proposal, rest)).toEqual(proposal)
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

const sentence = (id: string, text: string, more: Partial<ClaimText> = {}): ClaimText => ({
  id,
  text,
  isShown: true,
  cites: [],
  ...more,
})
const post = (id: string, more: Partial<ResumeItem> = {}): ResumeItem => ({
  id,
  isShown: true,
  title: 'Engineer',
  organisation: 'Havelwerk',
  place: '',
  start: '2020-01',
  end: null,
  isDated: false,
  url: '',
  note: '',
  bullets: [],
  cites: [],
  ...more,
})
const part = (id: string, more: Partial<ResumeSection> = {}): ResumeSection => ({
  id,
  kind: 'experience',
  title: '',
  isShown: true,
  paragraphs: [],
  items: [],
  groups: [],
  ...more,
})
const head = {
  name: 'Ana Kovač',
  headline: '',
  email: 'ana@example.org',
  phone: '',
  city: 'Berlin',
  countryCode: 'DE',
  links: [],
  isPlaceShown: true,
}
const cv = (sections: ResumeSection[], more: Partial<ResumeContent['header']> = {}): ResumeContent => ({
  kind: 'resume',
  header: { ...head, ...more },
  sections,
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
    expect(applyHunks(letterOf({}), proposal, [line?.id ?? ''])).toEqual(
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
    )
  const order = (content: DocumentContent) =>
    content.kind === 'resume' ? content.sections.map(({ id }) => id.slice('section'.length)) : []
  expect(order(take('moved'))).toEqual(['six', 'one', 'two', 'three'])
  expect(order(take('added'))).toEqual(['one', 'two', 'three', 'six', 'new'])
  expect(order(take('removed'))).toEqual(['one', 'three', 'six'])
})
