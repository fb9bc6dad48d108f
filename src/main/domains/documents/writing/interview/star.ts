import words from '#resources/interview-words.json' with { type: 'json' }
import type { Career, FactId } from '#shared/career.ts'
import type { InterviewQuestion } from '#shared/writing.ts'

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

const ADD = {
  situation: 'Add: what the situation was.',
  task: 'Add: what you had to reach, and what made it hard.',
  action: 'Add: what you did yourself, step by step.',
  result: 'Add: what came of it, with a number if you have one.',
} as const

const JOINT = new RegExp(`[,;]?\\s+(?:–\\s+)?(?=(?:${words.joints.join('|')})\\s)`, 'iu')
const FIRST_RESULT = new RegExp(`^(?:${words.results.join('|')})(?![\\p{L}])`, 'iu')

/** All points of posts, projects and education, in the order of the career. Pure. */
export function pointsOf({ experiences, projects, education }: Career): Point[] {
  const from = (
    { id, bullets, start, end }: Pick<Career['experiences'][number], 'id' | 'bullets' | 'start' | 'end'>,
    { head, skills }: { head: string; skills: readonly string[] },
  ): Point[] => {
    const where = [head, spanOf(start, end)].filter((part) => part !== '').join(', ')
    return bullets.map((bullet) => ({ id: bullet.id, text: bullet.text, owner: id, where, skills }))
  }
  return [
    ...experiences.flatMap((post) =>
      from(post, { head: [post.title, post.company].filter((part) => part !== '').join(' at '), skills: post.skills }),
    ),
    ...projects.flatMap((project) => from(project, { head: project.name, skills: project.skills })),
    ...education.flatMap((study) =>
      from(study, { head: [study.degree, study.institution].filter((part) => part !== '').join(' at '), skills: [] }),
    ),
  ]
}

/** A point as the outline of an answer. What it does not say is named as missing, and nothing is put in its place. Pure. */
export function starOf({ id, owner, text, where }: Point): Star {
  const parts = FIRST_RESULT.test(text.trim()) ? { action: '', result: text } : split(text)
  return {
    situation: where === '' ? ADD.situation : `${where}.`,
    task: ADD.task,
    action: parts.action || ADD.action,
    result: parts.result || ADD.result,
    cites: [...new Set([owner, id])],
  }
}

function split(text: string): { action: string; result: string } {
  const joint = JOINT.exec(text)
  if (joint === null) return { action: text, result: '' }
  const result = text.slice(joint.index + joint[0].length)
  return { action: `${text.slice(0, joint.index)}.`, result: `${result.slice(0, 1).toUpperCase()}${result.slice(1)}` }
}

export function spanOf(start: string | null, end: string | null): string {
  if (start === null) return end ?? ''
  return `${start} to ${end ?? 'now'}`
}
