import { content, type Language, need, type Phrases } from './content.ts'
import { headerLine, payLine, spreadFacts, visaLine, workplaceLine } from './facts.ts'
import type { Opening } from './plan.ts'
import type { Random } from './random.ts'
import { worksWithWords } from './titles.ts'
import {
  ABOUT_LANGUAGE_MODELS,
  createFiller,
  type Desk,
  FOR_ENGINEERS_ONLY,
  FOR_FOREIGN_COLLEAGUES,
  FOR_INTERNS_BEFORE_THESIS,
  FOR_PART_TIME_STUDENTS,
  IS_PERK,
  IS_PROFILE,
  isStarter,
  leadsPeople,
  type Line,
  lowerFirst,
  NEEDS_OFFICE,
  NOT_FOR_MANAGERS,
  NOT_FOR_STARTERS,
  NOT_FOR_STUDENTS,
  plain,
  PROCESS_GROUPS,
  SAYS_TEAM_SIZE,
  type Section,
  type SectionName,
  withoutStop,
} from './wording.ts'

function writeIntro({ opening, random, phrases, fill, language }: Desk): Line[] {
  const { seniority, set, titleKey } = opening
  const role = need(content.roles[language], set.role ?? titleKeyOfRole(titleKey))
  const isAlone = leadsPeople(seniority) || isStarter(seniority)
  const mayUse = (line: string) => !isAlone || !SAYS_TEAM_SIZE.test(line)
  const roleLines = role.intro.filter(mayUse)
  const general = (isUsable: (line: string) => boolean) =>
    random.deal(`intro.${language}`, phrases.intro, (line) => mayUse(line) && isUsable(line))
  if (roleLines.length > 0 && random.chance(0.55)) {
    const first = random.deal(`intro.${titleKey}.${language}`, role.intro, mayUse)
    const lines = [plain(fill(first))]
    if (random.chance(0.5)) lines.push(plain(fill(general((line) => !SAYS_TEAM_SIZE.test(line)))))
    return lines
  }
  const first = general((line) => line.includes('{team}') || isAlone)
  return [plain(fill(first)), plain(fill(general((line) => line !== first && !line.includes('{team}'))))]
}

const titleKeyOfRole = (titleKey: string) => (titleKey === 'frontend_other' ? 'frontend' : titleKey)

function levelLines({ opening, random, phrases, language }: Desk, count: number): string[] {
  const list = phrases.level[opening.seniority]
  const { title, titleKey } = opening
  const isUsable = (line: string) =>
    !(titleKey === 'product_manager' && FOR_ENGINEERS_ONLY.test(line)) &&
    !(FOR_PART_TIME_STUDENTS.test(line) && !/^(Werkstudent|Working Student)/.test(title)) &&
    !(FOR_INTERNS_BEFORE_THESIS.test(line) && /^(Abschlussarbeit|Master Thesis)/.test(title))
  return list ? random.dealSome({ key: `level.${opening.seniority}.${language}.lines`, list, count, isUsable }) : []
}

function writeTasks({ opening, random, fill, language }: Desk, level: readonly string[]): Line[] {
  const { set, titleKey, seniority, company } = opening
  const role = need(content.roles[language], set.role ?? titleKeyOfRole(titleKey))
  const isUsable = (task: string) =>
    !(isStarter(seniority) && NOT_FOR_STARTERS.test(task)) &&
    !((seniority === 'manager' || seniority === 'director') && NOT_FOR_MANAGERS.test(task)) &&
    (worksWithWords(company) || !ABOUT_LANGUAGE_MODELS.test(task))
  const own = level.filter((line) => !IS_PROFILE.test(line) && !IS_PERK.test(line))
  const count = seniority === 'director' || seniority === 'manager' ? 2 : random.integer(4, 6) - Math.min(own.length, 1)
  const tasks = random.dealSome({
    key: `tasks.${set.role ?? titleKeyOfRole(titleKey)}.${language}`,
    list: role.tasks,
    count,
    isUsable,
  })
  const merged = leadsPeople(seniority) ? [...own, ...tasks] : [...tasks, ...own]
  return merged.map((task) => plain(fill(task)))
}

function writeProfile({ opening, random, phrases, fill, language }: Desk, level: readonly string[]): Line[] {
  const { set, titleKey, seniority, place } = opening
  const role = need(content.roles[language], set.role ?? titleKeyOfRole(titleKey))
  const own = level.filter((line) => IS_PROFILE.test(line))
  const deal = (key: string, list: readonly string[]) => random.deal(`${key}.${language}`, list)
  const inGermany = language === 'en' && ['DE', 'AT'].includes(place.country) && random.chance(0.5)
  const speech = inGermany
    ? deal('languageDe', phrases.languageDe)
    : random.deal(
        `language.${language}`,
        phrases.language,
        (line) =>
          (place.workplace !== 'remote' || !line.includes('lunch')) &&
          !(['GB', 'IE'].includes(place.country) && FOR_FOREIGN_COLLEAGUES.test(line)),
      )
  const soft = deal('soft', phrases.soft)
  const core = isStarter(seniority)
    ? [
        deal('starter.skills', phrases.starter.skills),
        ...random.dealSome({ key: `starter.${language}`, list: phrases.starter.profile, count: 2 }),
      ]
    : [
        ...(leadsPeople(seniority) && seniority !== 'lead' ? [] : [deal('skillMain', phrases.skillMain)]),
        ...random.dealSome({ key: `profile.${titleKey}.${language}`, list: role.profile, count: random.integer(1, 2) }),
        deal('skillData', phrases.skillData),
      ]
  const nice = random.chance(0.7) && !isStarter(seniority) ? [deal('nice', phrases.nice)] : []
  const lines = [...own, ...core, soft, ...(random.chance(0.85) ? [speech] : []), ...nice]
  return lines.map((line) => plain(fill(line)))
}

function writeBenefits({ opening, random, phrases, fill, language }: Desk, level: readonly string[]): Line[] {
  const isStudent = opening.seniority === 'intern'
  const isGerman = opening.place.country === 'DE'
  const isUsable = (line: string) =>
    !(isStudent && NOT_FOR_STUDENTS.test(line)) &&
    (isGerman || !/Deutschlandticket|Heiligabend/.test(line)) &&
    !(opening.place.workplace === 'remote' && NEEDS_OFFICE.test(line))
  const own = level.filter((line) => IS_PERK.test(line))
  const count = random.integer(3, 5) - own.length
  const chosen = random.dealSome({ key: `benefits.${language}`, list: phrases.benefits, count, isUsable })
  return [...own, ...chosen].map((line) => plain(fill(line)))
}

function writeProcess({ opening, random, phrases, fill, language }: Desk): Line[] {
  const chosen: string[] = []
  const isUsable = (line: string) =>
    !(opening.seniority === 'intern' && NOT_FOR_STUDENTS.test(line)) &&
    !chosen.includes(line) &&
    !PROCESS_GROUPS.some((group) => group.test(line) && chosen.some((other) => group.test(other)))
  for (let count = random.integer(1, 2); count > 0; count -= 1) {
    chosen.push(random.deal(`process.${language}`, phrases.process, isUsable))
  }
  return chosen.map((line) => plain(fill(line)))
}

const ORDERS: readonly (readonly SectionName[])[] = [
  ['about', 'intro', 'tasks', 'profile', 'benefits', 'facts', 'process'],
  ['intro', 'facts', 'tasks', 'profile', 'benefits', 'about', 'process'],
  ['about', 'intro', 'facts', 'tasks', 'profile', 'benefits', 'process'],
  ['intro', 'tasks', 'profile', 'facts', 'benefits', 'process', 'about'],
  ['about', 'intro', 'tasks', 'benefits', 'profile', 'facts', 'process'],
]

function aboutLines({ opening, random, language }: Desk): Line[] {
  const [first = '', ...rest] = (language === 'de' ? opening.company.de : opening.company.en) ?? opening.company.en
  const others = random.chance(0.6) ? rest : [random.pick(rest)]
  return [first, ...others].map(plain)
}

function proseOf(lines: readonly Line[], language: Language): Line[] {
  if (language === 'de') return lines.map((line) => ({ ...line, text: `${line.text}.` }))
  const joined = lines.map((line) => withoutStop(lowerFirst(line.text))).join('; ')
  return [plain(`You will ${joined}.`)]
}

/** The whole posting as sections in the order they are printed. */
export function writeDocument(planned: Opening, random: Random): Section[] {
  const opening: Opening = { ...planned, seniority: planned.textSeniority ?? planned.seniority }
  const { language, company, seniority } = opening
  const phrases = content.phrases[language]
  const desk: Desk = { opening, random, phrases, language, fill: createFiller(opening, random) }
  const level = levelLines(desk, leadsPeople(seniority) ? 3 : 2)
  const header = random.chance(0.22) ? headerLine(desk) : null
  const facts = [header ? null : visaLine(desk), workplaceLine(desk), payLine(desk)].filter((line) => line !== null)
  const spots = spreadFacts(desk, random.shuffle(facts))
  const tasks = writeTasks(desk, level)
  const isProse = !leadsPeople(seniority) && seniority !== 'junior' && tasks.length <= 5 && random.chance(0.14)
  const heading = (name: keyof Phrases['headings']) =>
    random.deal(`heading.${name}.${language}`, phrases.headings[name]).replace('{company}', company.name)
  const proseHeadings = language === 'de' ? null : random.pick(['The work', 'Your role', 'The job'])
  const sections: Record<SectionName, Section> = {
    header: { name: 'header', heading: null, isList: false, lines: header ? [header] : [] },
    about: { name: 'about', heading: heading('about'), isList: false, lines: aboutLines(desk) },
    intro: { name: 'intro', heading: null, isList: false, lines: writeIntro(desk) },
    tasks: {
      name: 'tasks',
      heading: isProse && proseHeadings ? proseHeadings : heading('tasks'),
      isList: !isProse,
      lines: isProse ? proseOf(tasks, language) : tasks,
    },
    profile: {
      name: 'profile',
      heading: heading('profile'),
      isList: true,
      lines: [...writeProfile(desk, level), ...spots.profile],
    },
    benefits: {
      name: 'benefits',
      heading: heading('benefits'),
      isList: true,
      lines: random.shuffle([...writeBenefits(desk, level), ...spots.benefits]),
    },
    facts: { name: 'facts', heading: null, isList: false, lines: spots.facts },
    process: { name: 'process', heading: heading('process'), isList: false, lines: writeProcess(desk) },
    closing: { name: 'closing', heading: null, isList: false, lines: spots.closing },
  }
  const order = random.deal('order', ORDERS)
  return (['header', ...order, 'closing'] as const)
    .map((name) => sections[name])
    .filter((section) => section.lines.length > 0)
}
