import words from '#resources/interview-words.json' with { type: 'json' }
import type { Career, FactId } from '#shared/career.ts'
import type { InterviewQuestion } from '#shared/writing.ts'
import { atWords, type InterviewLanguage, interviewWords, spanWords } from './interview-words.ts'

export type Star = NonNullable<InterviewQuestion['answer']>

/** A point of the career with the post, project or degree that it stands in. */
export interface Point {
  readonly id: FactId
  readonly text: string
  readonly owner: FactId
  /** "Data Engineer at Havelwerk GmbH, 2019-04 to now" */
  readonly where: string
  readonly skills: readonly string[]
}

const JOINT = new RegExp(`[,;]?\\s+(?:–\\s+)?(?=(?:${words.joints.join('|')})\\s)`, 'iu')
const FIRST_RESULT = new RegExp(`^(?:${words.results.join('|')})(?![\\p{L}])`, 'iu')

/** All points of posts, projects and education, in the order of the career. Pure. */
export function pointsOf({ experiences, projects, education }: Career, language: InterviewLanguage): Point[] {
  const from = (
    entry: Pick<Career['experiences'][number], 'id' | 'bullets' | 'start' | 'end'>,
    { head, skills }: { head: string; skills: readonly string[] },
  ): Point[] => {
    const where = [head, spanWords(entry, language)].filter((part) => part !== '').join(', ')
    return entry.bullets.map(({ id, text }) => ({ id, text, owner: entry.id, where, skills }))
  }
  return [
    ...experiences.flatMap((post) =>
      from(post, { head: atWords('post', { what: post.title, where: post.company, language }), skills: post.skills }),
    ),
    ...projects.flatMap((project) => from(project, { head: project.name, skills: project.skills })),
    ...education.flatMap((study) =>
      from(study, { head: atWords('study', { what: study.degree, where: study.institution, language }), skills: [] }),
    ),
  ]
}

/** A point as the outline of an answer. What it does not say is named as missing, and nothing is put in its place. Pure. */
export function starOf({ id, owner, text, where }: Point, language: InterviewLanguage): Star {
  const parts = FIRST_RESULT.test(text.trim()) ? { action: '', result: text } : split(text)
  return {
    situation: where === '' ? interviewWords('addSituation', { language }) : `${where}.`,
    task: interviewWords('addTask', { language }),
    action: parts.action || interviewWords('addAction', { language }),
    result: parts.result || interviewWords('addResult', { language }),
    cites: [...new Set([owner, id])],
  }
}

function split(text: string): { action: string; result: string } {
  const joint = JOINT.exec(text)
  if (joint === null) return { action: text, result: '' }
  const result = text.slice(joint.index + joint[0].length)
  return { action: `${text.slice(0, joint.index)}.`, result: `${result.slice(0, 1).toUpperCase()}${result.slice(1)}` }
}
