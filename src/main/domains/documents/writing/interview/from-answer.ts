import type { FactId } from '#shared/career.ts'
import type { InterviewAnswer } from '../answer/answers.ts'
import { type Sentences, saying } from '../assemble/sentences.ts'
import { type InterviewLanguage, interviewWords } from './interview-words.ts'
import type { Question } from './rules.ts'

const PART_CHARS = 600
const QUESTION_CHARS = 300

/** The questions of a model. Words that it ascribes to the posting must stand there; answers rest on facts, or there are none. Pure. */
export function questionsFrom(
  { questions }: InterviewAnswer,
  about: {
    readonly sentences: Sentences
    readonly facts: ReadonlyMap<FactId, FactId>
    readonly posting: string
    readonly language: InterviewLanguage
  },
): Question[] {
  const { sentences, facts, language } = about
  const said = saying(about.posting)
  const add = interviewWords('addUnsaid', { language })
  return questions.flatMap(({ question, why, cites, ...parts }) => {
    const asked = sentences.clean(question, QUESTION_CHARS)
    if (asked === '') return []
    const known = [...new Set(cites.map((id) => id.replaceAll(/[[\]\s]/g, '')))].filter((id) => facts.has(id))
    const part = (text: string) => sentences.clean(text, PART_CHARS)
    const [situation, task, action, result] = [
      part(parts.situation),
      part(parts.task),
      part(parts.action),
      part(parts.result),
    ]
    const isAnswered = known.length > 0 && [situation, task, action, result].some((text) => text !== '')
    const reason = sentences.clean(why, QUESTION_CHARS)
    const isQuoted = reason !== '' && said.includes(saying(reason))
    return [
      {
        question: asked,
        why: isQuoted
          ? interviewWords('quote', { language, places: { words: reason } })
          : interviewWords('unquoted', { language }),
        answer: isAnswered
          ? {
              situation: situation || add,
              task: task || add,
              action: action || add,
              result: result || add,
              cites: known,
            }
          : null,
      },
    ]
  })
}
