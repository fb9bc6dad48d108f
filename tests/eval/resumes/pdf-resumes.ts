import { join } from 'node:path'
import { Document, Font, Link, Page, renderToBuffer, Text } from '@react-pdf/renderer'
import { createElement as h, type ReactElement, type ReactNode } from 'react'
import { bold, box, bulletsOf, contactLines, heading, row, schoolOf, spokenLines, text } from './pdf-elements.ts'
import { dateColumnBody, profileExportBody } from './pdf-export-layouts.ts'
import { capitalsBody, indentedBody, promotionsBody, typesetBody, threeColumnsBody } from './pdf-more-layouts.ts'
import type { Post, ResumeCase } from './resume-set.ts'

const FONTS = join(import.meta.dirname, '..', '..', '..', 'node_modules', '@expo-google-fonts', 'noto-sans')
Font.register({
  family: 'Noto',
  fonts: [
    { src: join(FONTS, '400Regular', 'NotoSans_400Regular.ttf') },
    { src: join(FONTS, '700Bold', 'NotoSans_700Bold.ttf'), fontWeight: 700 },
  ],
})
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz ıȷ'
let warmed: Promise<unknown> | null = null
/** A glyph that is first met as a part of another one ("Z" in "Ż") forgets for good which letter it is: letters go before. */
function warm(): Promise<unknown> {
  const texts = [400, 700].map((fontWeight) =>
    h(Text, { key: fontWeight, style: { fontFamily: 'Noto', fontWeight } }, LETTERS),
  )
  warmed ??= renderToBuffer(h(Document, {}, h(Page, {}, texts)))
  return warmed
}
Font.registerHyphenationCallback((word) => [word])

/** A case as the PDF that an editor of its layout writes. */
export async function pdfResume(resume: ResumeCase): Promise<Buffer> {
  await warm()
  const body = BODIES[resume.layout](resume)
  const footer = h(Text, {
    fixed: true,
    style: { position: 'absolute', bottom: 20, left: 0, right: 0, textAlign: 'center', fontSize: 8 },
    render: ({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`,
  })
  const page = h(Page, { size: 'A4', style: { fontFamily: 'Noto', fontSize: 10, padding: 40 } }, body, footer)
  return renderToBuffer(h(Document, {}, page))
}

const BODIES: Readonly<Record<ResumeCase['layout'], (resume: ResumeCase) => ReactElement>> = {
  plain: (resume) =>
    oneColumn(resume, {
      post: (post) => [
        row(text(post.title, bold), text(post.dates)),
        text(`${post.company}, ${post.place}`),
        ...bulletsOf(post),
      ],
    }),
  'company-first': (resume) =>
    oneColumn(resume, {
      post: (post) => [
        row(text(post.company, bold), text(post.dates)),
        row(text(post.title), text(post.place)),
        ...bulletsOf(post),
      ],
    }),
  below: (resume) =>
    oneColumn(resume, {
      post: (post) => [
        text(post.title, bold),
        text(`${post.company} | ${post.place}`),
        text(post.dates, { fontSize: 9 }),
        ...bulletsOf(post),
      ],
    }),
  'one-line': (resume) =>
    oneColumn(resume, {
      post: (post) => [
        text(`${post.title} – ${post.company}, ${post.place} (${post.dates})`, bold),
        ...bulletsOf(post),
      ],
    }),
  table: (resume) => tableOf(resume),
  europass: (resume) => europassOf(resume),
  sidebar: (resume) => sidebarOf(resume, 'row'),
  'sidebar-right': (resume) => sidebarOf(resume, 'row-reverse'),
  promotions: promotionsBody,
  typeset: typesetBody,
  indented: indentedBody,
  'three-columns': threeColumnsBody,
  capitals: capitalsBody,
  'profile-export': profileExportBody,
  'date-column': dateColumnBody,
}

function oneColumn(resume: ResumeCase, { post }: { post: (post: Post) => readonly ReactNode[] }): ReactElement {
  const { person, wording } = resume
  const { headings } = wording
  const contacts = contactLines(resume)
  return box([
    text(person.name, { ...bold, fontSize: 22 }),
    text(person.headline, { fontSize: 12 }),
    ...(resume.labelled
      ? contacts.map((line) => text(line))
      : [text(contacts.slice(0, 3).join('  |  ')), h(Link, { src: `https://www.${resume.link}` }, 'LinkedIn')]),
    heading(headings.profile),
    text(wording.summary),
    heading(headings.experience),
    ...resume.posts.map((each) => box(post(each), { marginBottom: 8 })),
    heading(headings.education),
    ...resume.schools.map(schoolOf),
    heading(headings.skills),
    text(resume.skills.join(', ')),
    heading(headings.languages),
    ...spokenLines(resume).map((line) => text(line)),
    heading(headings.interests),
    text(wording.interests),
  ])
}

function tableOf(resume: ResumeCase): ReactElement {
  const { person, wording } = resume
  const { headings, labels } = wording
  const line = (left: string, right: readonly ReactNode[]) =>
    box([text(left, { width: 130 }), box(right, { flex: 1 })], { flexDirection: 'row', marginBottom: 5 })
  return box([
    text(wording.document, { ...bold, fontSize: 18 }),
    text(person.name, { ...bold, fontSize: 15, marginBottom: 6 }),
    line(labels.address, [text(person.home)]),
    line(labels.phone, [text(person.phone)]),
    line(labels.email, [text(resume.email)]),
    line('LinkedIn', [text(resume.link)]),
    heading(headings.experience),
    ...resume.posts.map((post) =>
      line(post.dates, [text(post.title, bold), text(`${post.company}, ${post.place}`), ...bulletsOf(post)]),
    ),
    heading(headings.education),
    ...resume.schools.map(({ dates, degree, school }) => line(dates, [text(degree, bold), text(school)])),
    heading(headings.skills),
    text(resume.skills.join(' · ')),
    heading(headings.languages),
    ...resume.languages.map(({ name, said }) => line(name, [text(said)])),
  ])
}

function europassOf(resume: ResumeCase): ReactElement {
  const { person, wording } = resume
  const { headings, labels, europass } = wording
  const line = (left: string, right: string | readonly string[]) =>
    box(
      [
        text(left, { width: 170, textAlign: 'right', paddingRight: 14 }),
        box(
          [right].flat().map((each) => text(each)),
          { flex: 1 },
        ),
      ],
      { flexDirection: 'row', marginBottom: 2 },
    )
  return box([
    text(`Europass ${wording.document}`, { ...bold, fontSize: 16, marginBottom: 8 }),
    line(wording.headings.contact, ''),
    text(person.name, { ...bold, fontSize: 14 }),
    line(labels.address, person.home),
    line(labels.phone, person.phone),
    line(labels.email, resume.email),
    heading(headings.experience),
    ...resume.posts.map((post) =>
      box(
        [
          line(europass.dates, post.dates),
          line(europass.title, post.title),
          line(europass.company, `${post.company}, ${post.place}`),
          line(europass.tasks, post.bullets),
        ],
        { marginBottom: 8 },
      ),
    ),
    heading(headings.education),
    ...resume.schools.map((each) =>
      box([line(europass.dates, each.dates), line(europass.degree, each.degree), line(europass.school, each.school)], {
        marginBottom: 8,
      }),
    ),
    heading(headings.languages),
    ...resume.languages.map(({ name, said }) => line(name, said)),
    heading(headings.skills),
    text(resume.skills.join(', ')),
  ])
}

function sidebarOf(resume: ResumeCase, flexDirection: 'row' | 'row-reverse'): ReactElement {
  const { person, wording } = resume
  const { headings } = wording
  const side = box(
    [
      heading(headings.contact),
      ...contactLines({ ...resume, labelled: false }).map((line) => text(line, { fontSize: 9, marginBottom: 3 })),
      heading(headings.skills),
      ...resume.skills.map((skill) => text(skill, { fontSize: 9, marginBottom: 3 })),
      heading(headings.languages),
      ...resume.languages.map(({ name, said }) => text(`${name} – ${said}`, { fontSize: 9, marginBottom: 3 })),
    ],
    { width: 165, paddingHorizontal: 8 },
  )
  const main = box(
    [
      text(person.name.toUpperCase(), { ...bold, fontSize: 20 }),
      text(person.headline, { fontSize: 11 }),
      heading(headings.profile),
      text(wording.summary),
      heading(headings.experience),
      ...resume.posts.map((post) =>
        box(
          [
            text(post.title, bold),
            text(`${post.company} · ${post.place}`),
            text(post.dates, { fontSize: 9 }),
            ...bulletsOf(post),
          ],
          { marginBottom: 8 },
        ),
      ),
      heading(headings.education),
      ...resume.schools.map(({ degree, school, dates }) =>
        box([text(degree, bold), text(school), text(dates, { fontSize: 9 })], { marginBottom: 6 }),
      ),
    ],
    { flex: 1, paddingHorizontal: 10 },
  )
  return box([side, main], { flexDirection })
}
