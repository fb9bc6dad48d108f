import {
  Document,
  ExternalHyperlink,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { OTHER_PART, type Post, type ResumeCase, stays, wholeStay } from './resume-set.ts'

type Block = Paragraph | Table
const line = (text: string) => new Paragraph({ children: [new TextRun(text)] })
const strong = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] })
const heading = (text: string, isStyled: boolean) =>
  isStyled
    ? new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
    : new Paragraph({ children: [new TextRun({ text: text.toUpperCase(), bold: true })] })
const bullets = (post: Post) => post.bullets.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
const cell = (children: readonly Block[], share: number) =>
  new TableCell({ children: [...children], width: { size: share, type: WidthType.PERCENTAGE } })
const tableOf = (rows: readonly (readonly [readonly Block[], readonly Block[]])[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(([left, right]) => new TableRow({ children: [cell(left, 30), cell(right, 70)] })),
  })

/** A case as the DOCX that a word processor writes. */
export async function docxResume(resume: ResumeCase): Promise<Buffer> {
  const { person, labelled } = resume
  const inHeader = resume.layout === 'below'
  const header = inHeader
    ? { headers: { default: new Header({ children: [line(`${person.phone} | ${resume.email}`)] }) } }
    : {}
  const name = labelled
    ? new Paragraph({ text: person.name, heading: HeadingLevel.TITLE })
    : new Paragraph({ children: [new TextRun({ text: person.name, bold: true, size: 44 })] })
  const body = BODIES[resume.layout](resume)
  const children = resume.layout.startsWith('sidebar')
    ? body
    : [...(resume.layout === 'table' ? [line(resume.wording.document)] : []), name, ...body]
  return Packer.toBuffer(new Document({ sections: [{ ...header, children }] }))
}

function contacts({ person, email, link, wording, layout, labelled }: ResumeCase): Block[] {
  const { labels } = wording
  const page = new Paragraph({
    children: [new ExternalHyperlink({ link: `https://www.${link}`, children: [new TextRun('LinkedIn')] })],
  })
  if (layout === 'below') return [line(person.home), page]
  if (!labelled) return [line(`${person.home} | ${person.phone} | ${email}`), page]
  return [
    line(`${labels.address}: ${person.home}`),
    line(`${labels.phone}:\t${person.phone}`),
    line(`${labels.email}:\t${email}`),
    page,
  ]
}

function tail({ wording, skills, languages }: ResumeCase, isStyled: boolean): Block[] {
  return [
    heading(wording.headings.skills, isStyled),
    line(skills.join(', ')),
    heading(wording.headings.languages, isStyled),
    ...languages.map(({ name, said }) => line(`${name} – ${said}`)),
    heading(wording.headings.interests, isStyled),
    line(wording.interests),
  ]
}

function plainBody(
  resume: ResumeCase,
  { post, isStyled }: { post: (post: Post) => Block[]; isStyled: boolean },
): Block[] {
  const { headings, summary } = resume.wording
  return [
    line(resume.person.headline),
    ...contacts(resume),
    heading(headings.profile, isStyled),
    line(summary),
    heading(headings.experience, isStyled),
    ...resume.posts.flatMap(post),
    heading(headings.education, isStyled),
    ...resume.schools.flatMap(({ degree, school, dates }) => [strong(`${degree}\t${dates}`), line(school)]),
    ...tail(resume, isStyled),
  ]
}

/** An employer with the whole stay over the posts held there, and what was done as plain lines. */
function promotionsBody(resume: ResumeCase): Block[] {
  const { headings } = resume.wording
  return [
    ...contacts(resume),
    heading(headings.experience, true),
    ...stays(resume.posts).flatMap((held) => [
      strong([`${held[0]?.company ?? ''}, ${held[0]?.place ?? ''}`, wholeStay(held)].filter(Boolean).join('\t')),
      ...held.flatMap((post) => [line(`${post.title}\t${post.dates}`), ...post.bullets.map(line)]),
    ]),
    heading(headings.education, true),
    ...resume.schools.flatMap(({ degree, school, dates }) => [strong(`${school}\t${dates}`), line(degree)]),
    ...tail(resume, true),
  ]
}

function tableBody(resume: ResumeCase): Block[] {
  const { headings, labels } = resume.wording
  const { person, email } = resume
  return [
    tableOf([
      [[line(labels.address)], [line(person.home)]],
      [[line(labels.phone)], [line(person.phone)]],
      [[line(labels.email)], [line(email)]],
    ]),
    heading(headings.experience, true),
    tableOf(
      resume.posts.map((post) => [
        [line(post.dates)],
        [strong(post.title), line(`${post.company}, ${post.place}`), ...bullets(post)],
      ]),
    ),
    heading(headings.education, true),
    tableOf(resume.schools.map(({ dates, degree, school }) => [[line(dates)], [strong(degree), line(school)]])),
    ...tail(resume, true),
  ]
}

function europassBody(resume: ResumeCase): Block[] {
  const { headings, labels, europass } = resume.wording
  const { person, email } = resume
  const field = (label: string, value: string): [Block[], Block[]] => [[line(label)], [line(value)]]
  return [
    tableOf([field(labels.address, person.home), field(labels.phone, person.phone), field(labels.email, email)]),
    heading(headings.experience, true),
    tableOf(
      resume.posts.flatMap((post): [Block[], Block[]][] => [
        field(europass.dates, post.dates),
        field(europass.title, post.title),
        field(europass.company, `${post.company}, ${post.place}`),
        [[line(europass.tasks)], bullets(post)],
      ]),
    ),
    heading(headings.education, true),
    tableOf(
      resume.schools.flatMap((each) => [
        field(europass.dates, each.dates),
        field(europass.degree, each.degree),
        field(europass.school, each.school),
      ]),
    ),
    ...tail(resume, true),
  ]
}

const COLUMN_SHARES = [25, 45, 30]

function columnsBody(resume: ResumeCase): Block[] {
  const { headings } = resume.wording
  const { skills, languages } = resume
  const columns = [
    [
      heading(headings.skills, true),
      ...skills.map(line),
      heading(headings.languages, true),
      ...languages.map(({ name, said }) => line(`${name} (${said})`)),
    ],
    [
      heading(headings.experience, true),
      ...resume.posts.flatMap((post) => [
        strong(post.title),
        line(`${post.company}, ${post.place}`),
        line(post.dates),
        ...bullets(post),
      ]),
    ],
    [
      heading(headings.education, true),
      ...resume.schools.flatMap(({ degree, school, dates }) => [strong(degree), line(school), line(dates)]),
    ],
  ]
  const cells = columns.map((column, at) => cell(column, COLUMN_SHARES[at] ?? 0))
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: cells })],
  })
  return [...contacts(resume), table]
}

function capitalsBody(resume: ResumeCase): Block[] {
  const titled = (text: string) => heading(text, false)
  return [
    ...contacts(resume),
    titled(resume.wording.headings.experience),
    ...resume.posts.flatMap((post) => [
      strong([post.company, post.place, post.title, post.dates].join(' | ')),
      ...bullets(post),
    ]),
    titled(OTHER_PART.heading),
    line(OTHER_PART.line),
    titled(resume.wording.headings.education),
    ...resume.schools.map(({ degree, school, dates }) => line([school, degree, dates].join(' | '))),
    ...tail(resume, false),
  ]
}

function sidebarBody(resume: ResumeCase): Block[] {
  const { headings, summary } = resume.wording
  const { person, email, link, skills, languages } = resume
  const side = [
    heading(headings.contact, true),
    ...[person.home, person.phone, email, link].map(line),
    heading(headings.skills, true),
    ...skills.map(line),
    heading(headings.languages, true),
    ...languages.map(({ name, said }) => line(`${name} (${said})`)),
  ]
  const main = [
    new Paragraph({ text: person.name, heading: HeadingLevel.HEADING_1 }),
    line(person.headline),
    heading(headings.profile, true),
    line(summary),
    heading(headings.experience, true),
    ...resume.posts.flatMap((post) => [
      strong(post.title),
      line(`${post.company}, ${post.place}`),
      line(post.dates),
      ...bullets(post),
    ]),
    heading(headings.education, true),
    ...resume.schools.flatMap(({ degree, school, dates }) => [strong(degree), line(school), line(dates)]),
  ]
  return [tableOf([[side, main]])]
}

const BODIES: Readonly<Record<ResumeCase['layout'], (resume: ResumeCase) => Block[]>> = {
  plain: (resume) =>
    plainBody(resume, {
      isStyled: true,
      post: (post) => [
        strong(`${post.title}\t${post.dates}`),
        line(`${post.company}, ${post.place}`),
        ...bullets(post),
      ],
    }),
  'company-first': (resume) =>
    plainBody(resume, {
      isStyled: false,
      post: (post) => [
        strong(`${post.company}\t${post.place}`),
        line(`${post.title}\t${post.dates}`),
        ...bullets(post),
      ],
    }),
  below: (resume) =>
    plainBody(resume, {
      isStyled: true,
      post: (post) => [strong(post.title), line(post.company), line(`${post.dates} | ${post.place}`), ...bullets(post)],
    }),
  'one-line': (resume) =>
    plainBody(resume, {
      isStyled: false,
      post: (post) => [line(`${post.dates}: ${post.title}, ${post.company}, ${post.place}`), ...bullets(post)],
    }),
  table: tableBody,
  europass: europassBody,
  promotions: promotionsBody,
  typeset: (resume) =>
    plainBody(resume, {
      isStyled: true,
      post: (post) => [
        strong(`${post.company}\t${post.place}`),
        line(`${post.title}\t${post.dates}`),
        ...bullets(post),
      ],
    }),
  indented: tableBody,
  'three-columns': columnsBody,
  capitals: capitalsBody,
  // Both are written as PDF only: here their DOCX has columns and a table.
  'profile-export': columnsBody,
  'date-column': tableBody,
  sidebar: sidebarBody,
  'sidebar-right': sidebarBody,
}
