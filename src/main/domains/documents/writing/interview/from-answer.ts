import type { FactId } from '#shared/career.ts'
import type { InterviewAnswer } from '../answer/answers.ts'
import { type Sentences, saying } from '../assemble/sentences.ts'
import type { Question } from './rules.ts'

const PART_CHARS = 600
const QUESTION_CHARS = 300
const ADD = 'Add: your facts do not say it.'
const UNQUOTED = 'The model named no words of the posting for it.'

/** The questions of a model. Words that it ascribes to the posting must stand there; answers rest on facts, or there are none. Pure. */
export function questionsFrom(
  { questions }: InterviewAnswer,
  { sentences, facts, posting }: { sentences: Sentences; facts: ReadonlyMap<FactId, FactId>; posting: string },
): Question[] {
  const said = saying(posting)
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
        why: isQuoted ? `“${reason}”` : UNQUOTED,
        answer: isAnswered
          ? {
              situation: situation || ADD,
              task: task || ADD,
              action: action || ADD,
              result: result || ADD,
              cites: known,
            }
          : null,
      },
    ]
  })
}
