import type { ReactElement, ReactNode } from 'react'
import { bold, box, contactLines, heading, row, spokenLines, text } from './pdf-elements.ts'
import { OTHER_PART, type Post, type ResumeCase, stays, wholeStay } from './resume-set.ts'

/** What was done, set in, and without the sign of a list. */
const notesOf = ({ bullets }: Post) =>
  box(
    bullets.map((bullet) => text(bullet)),
    { paddingLeft: 14 },
  )

function tailOf(resume: ResumeCase, titled: (content: string) => ReactNode): ReactNode[] {
  const { headings } = resume.wording
  return [
    titled(headings.skills),
    text(resume.skills.join(', ')),
    titled(headings.languages),
    ...spokenLines(resume).map((line) => text(line)),
  ]
}

/** As a typesetting program lays it out: names at the left edge, places and dates at the right one. */
export function typesetBody(resume: ResumeCase): ReactElement {
  const { person, wording, posts, schools } = resume
  const centred = { textAlign: 'center' }
  const titled = (content: string) => text(content, { fontSize: 13, marginTop: 10, marginBottom: 4 })
  return box([
    text(person.name, { ...centred, fontSize: 24 }),
    text(contactLines({ ...resume, labelled: false }).join('  |  '), { ...centred, fontSize: 9 }),
    titled(wording.headings.education),
    ...schools.map(({ degree, school, dates }) =>
      box([text(school, bold), row(text(degree), text(dates))], { marginBottom: 6 }),
    ),
    titled(wording.headings.experience),
    ...posts.map((post) =>
      box([row(text(post.company, bold), text(post.place)), row(text(post.title), text(post.dates)), notesOf(post)], {
        marginBottom: 6,
      }),
    ),
    ...tailOf(resume, titled),
  ])
}

/** Dates in a column of their own, and what was done set in below title and employer. */
export function indentedBody(resume: ResumeCase): ReactElement {
  const { person, wording, posts, schools } = resume
  const line = (left: string, right: readonly ReactNode[]) =>
    box([text(left, { width: 140 }), box(right, { flex: 1 })], { flexDirection: 'row', marginBottom: 6 })
  return box([
    text(person.name, { ...bold, fontSize: 18 }),
    ...contactLines(resume).map((each) => text(each)),
    heading(wording.headings.experience),
    ...posts.map((post) =>
      line(post.dates, [text(post.title, bold), text(`${post.company}, ${post.place}`), notesOf(post)]),
    ),
    heading(wording.headings.education),
    ...schools.map(({ dates, degree, school }) => line(dates, [text(degree), text(school)])),
    ...tailOf(resume, heading),
  ])
}

/** Skills at the left, posts in the middle, education at the right. */
export function threeColumnsBody(resume: ResumeCase): ReactElement {
  const { person, wording, posts, schools, skills, languages } = resume
  const { headings } = wording
  const side = [
    heading(headings.skills),
    ...skills.map((skill) => text(skill, { marginBottom: 4 })),
    heading(headings.languages),
    ...languages.map(({ name, said }) => text(`${name} (${said})`, { marginBottom: 4 })),
  ]
  const middle = [
    heading(headings.experience),
    ...posts.map((post) =>
      box([text(post.title, bold), text(`${post.company}, ${post.place}`), text(post.dates), notesOf(post)], {
        marginBottom: 8,
      }),
    ),
  ]
  const right = [
    heading(headings.education),
    ...schools.map(({ degree, school, dates }) =>
      box([text(degree, bold), text(school), text(dates)], { marginBottom: 8 }),
    ),
  ]
  return box([
    text(person.name, { ...bold, fontSize: 20 }),
    text(contactLines({ ...resume, labelled: false }).join('  —  '), { fontSize: 9 }),
    box(
      [
        box(side, { width: 130, paddingRight: 8 }),
        box(middle, { flex: 1, paddingRight: 14 }),
        box(right, { width: 150, fontSize: 9 }),
      ],
      { flexDirection: 'row' },
    ),
  ])
}

/** Everything of a post in one bold line, and parts under headings that only their looks tell. */
export function capitalsBody(resume: ResumeCase): ReactElement {
  const { person, wording, posts, schools } = resume
  const titled = (content: string) =>
    text(content.toUpperCase(), { ...bold, fontSize: 11, marginTop: 12, marginBottom: 4 })
  return box([
    text(person.name.toUpperCase(), { ...bold, fontSize: 17 }),
    text(contactLines({ ...resume, labelled: false }).join(' | '), { fontSize: 9 }),
    titled(wording.headings.profile),
    text(wording.summary),
    titled(wording.headings.experience),
    ...posts.map((post) =>
      box([text([post.company, post.place, post.title, post.dates].join(' | '), bold), notesOf(post)], {
        marginBottom: 6,
      }),
    ),
    titled(OTHER_PART.heading),
    text(OTHER_PART.line),
    titled(wording.headings.education),
    ...schools.map(({ degree, school, dates }) => text([school, degree, dates].join(' | '))),
    ...tailOf(resume, titled),
  ])
}

/** An employer with the whole stay over the posts held there, and how to reach the person in a footer far below. */
export function promotionsBody(resume: ResumeCase): ReactElement {
  const { person, wording, posts, schools } = resume
  return box([
    text(person.name, { ...bold, fontSize: 20 }),
    heading(wording.headings.experience),
    ...stays(posts).flatMap((held) => [
      row(text(`${held[0]?.company ?? ''}, ${held[0]?.place ?? ''}`, bold), text(wholeStay(held))),
      ...held.flatMap((post) => [row(text(post.title), text(post.dates)), notesOf(post)]),
    ]),
    heading(wording.headings.education),
    ...schools.map(({ degree, school, dates }) =>
      box([row(text(school, bold), text(dates)), text(degree)], { marginBottom: 6 }),
    ),
    ...tailOf(resume, heading),
    text(contactLines({ ...resume, labelled: false }).join('  ·  '), { fontSize: 8, marginTop: 60 }),
  ])
}
