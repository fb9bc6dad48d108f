/** What the readers of postings know, for the readers of other texts: the skills, spoken languages and places that are named in one. */

export { countFunctionWords, readLanguage } from './language.ts'
export { readAskedLanguages } from './languages/asked-languages.ts'
export { findLanguageNames } from './languages/lexicon.ts'
export { foldName } from './place/fold-name.ts'
export { findCities, findCountry, findRegions, isWordFirst } from './place/gazetteer.ts'
export { readListTopic } from './sections.ts'
export { splitSentences } from './sentences.ts'
export { type Mention, findMentions } from './skills/find-mentions.ts'
export { readSkills } from './skills/skills.ts'
