import type { ReactElement, ReactNode } from 'react'
import { bold, box, text } from './pdf-elements.ts'
import type { Post, ResumeCase } from './resume-set.ts'

/** As a network of professions exports a profile: what says how to reach somebody in a narrow column, an employer once over the posts
 *  held there, and how long each took behind its dates. */
export function profileExportBody(resume: ResumeCase): ReactElement {
  const { person, wording, posts, schools, skills, languages, email, link } = resume
  const { headings } = wording
  const titled = (content: string, fontSize = 12.5) => text(content, { fontSize, marginTop: 10, marginBottom: 4 })
  const [host, end] = partedLink(link)
  const side = [
    titled('Contact', 10.5),
    ...[person.phone, email, host, `${end} (LinkedIn)`].map((line) => text(line)),
    titled(headings.skills, 10.5),
    ...skills.map((skill) => text(skill)),
    titled(headings.languages, 10.5),
    ...languages.map(({ name, said }) => text(`${name} (${said})`)),
  ]
  const years = new Intl.NumberFormat(person.language, { style: 'unit', unit: 'year', unitDisplay: 'long' })
  const postOf = (post: Post, index: number) => {
    const isHeld = posts[index - 1]?.company === post.company
    const isGroup = !isHeld && posts[index + 1]?.company === post.company
    return box(
      [
        ...(isHeld ? [] : [text(post.company, { fontSize: 10.5 })]),
        ...(isGroup ? [text(years.format(4))] : []),
        text(post.title),
        text(`${post.dates} (${years.format(2)})`),
        text(post.place),
        ...post.bullets.map((bullet, at) => text(at === 0 ? bullet : `- ${bullet}`)),
      ],
      { marginBottom: 8 },
    )
  }
  const main = [
    text(person.name, { fontSize: 20 }),
    text(person.headline, { fontSize: 11 }),
    text(person.home),
    titled(headings.profile),
    text(wording.summary),
    titled(headings.experience),
    ...posts.map(postOf),
    titled(headings.education),
    ...schools.map(({ degree, school, dates }) =>
      box([text(school, { fontSize: 10 }), text(`${degree} · (${dates})`)], { marginBottom: 6 }),
    ),
  ]
  return box([box(side, { width: 140, fontSize: 8, paddingRight: 8 }), box(main, { flex: 1, fontSize: 9.5 })], {
    flexDirection: 'row',
  })
}

/** An address that its column breaks at the first hyphen. */
function partedLink(link: string): [string, string] {
  const at = link.indexOf('-') + 1
  return [`www.${link.slice(0, at)}`, link.slice(at)]
}

/** As a class of a typesetting program lays it out: dates and labels set from the right in a narrow column, wrapped, and a post or a
 *  degree in one line that ends with a stop. */
export function dateColumnBody(resume: ResumeCase): ReactElement {
  const { person, wording, posts, schools, skills, languages, email } = resume
  const { headings } = wording
  const line = (left: string, right: readonly ReactNode[]) =>
    box([text(left, { width: 76, textAlign: 'right', marginRight: 10 }), box(right, { flex: 1 })], {
      flexDirection: 'row',
      marginBottom: 5,
    })
  const set = (content: string, fontSize: number) => text(content, { fontSize, marginLeft: 86, marginVertical: 4 })
  const half = Math.ceil(skills.length / 2)
  return box([
    ...[person.home, person.phone, email, resume.link].map((each) => text(each, { fontSize: 8, textAlign: 'right' })),
    text(person.name, { ...bold, fontSize: 26 }),
    set(headings.education, 14),
    ...schools.map(({ degree, school, dates }) => line(dates, [text(`${degree}, ${school}.`)])),
    set(headings.experience, 14),
    set('Industry', 10),
    ...posts.map(({ title, company, place, dates, bullets }) =>
      line(dates, [text(`${title}, ${company}, ${place}.`), ...bullets.map((bullet) => text(`${bullet};`))]),
    ),
    set(headings.skills, 14),
    line('Tools', [text(skills.slice(0, half).join(', '))]),
    line('IT', [text(skills.slice(half).join(', '))]),
    set(headings.languages, 14),
    ...languages.map(({ name, said }) => line(name, [text(said)])),
  ])
}
