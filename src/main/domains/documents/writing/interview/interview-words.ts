import words from '#resources/interview-words.json' with { type: 'json' }
import { filled, type LetterLanguage } from '../../compose/letter-words.ts'

/** Questions are put in the languages of letters. */
export type InterviewLanguage = LetterLanguage
type Name = keyof (typeof words.languages)[InterviewLanguage]

/** Words of an interview with their places filled; '' when one of them would stay empty. Pure. */
export function interviewWords(
  name: Name,
  { language, places = {} }: { language: InterviewLanguage; places?: Readonly<Record<string, string>> },
): string {
  return filled(words.languages[language][name], places)
}

/** 'YYYY' or 'YYYY-MM' as it is said: "2019-06", "06/2019". Pure. */
export function dateWords(date: string, language: InterviewLanguage): string {
  const [year = '', month] = date.split('-')
  return language === 'de' && month !== undefined ? `${month}/${year}` : date
}

/** From when to when; '' where nothing is said. Pure. */
export function spanWords(
  { start, end }: { readonly start: string | null; readonly end: string | null },
  language: InterviewLanguage,
): string {
  if (start === null) return end === null ? '' : dateWords(end, language)
  const places = {
    start: dateWords(start, language),
    end: end === null ? interviewWords('now', { language }) : dateWords(end, language),
  }
  return interviewWords('span', { language, places })
}

/** "Data Engineer at Havelwerk GmbH", "MSc at TU Dresden", or the one that there is. Pure. */
export function atWords(
  name: 'post' | 'study',
  { what, where, language }: { what: string; where: string; language: InterviewLanguage },
): string {
  return interviewWords(name, { language, places: { what, where } }) || what || where
}
