import type { SkillHit } from './skill-matcher.ts'

type Span = Pick<SkillHit, 'start' | 'end'>

const CONJUNCTIONS =
  'and|und|et|y|e|i|och|en|or|oder|ou|o|lub|eller|oraz|as well as|sowie|and\\/or|und\\/oder|bzw\\.?|nor|noch|ni|with|mit'
const FILLERS = 'also|ideally|idealerweise|e\\.g\\.|z\\.\\s?B\\.|like|wie|modern|some|either|just'
/** What may stand between two technologies of one list. */
export const LIST_GAP = new RegExp(
  `^\\s*(?:[,/|&+•·;(:–—-]|(?:${CONJUNCTIONS})(?=\\s)|\\)\\s*[,/|]?)?\\s*(?:(?:${CONJUNCTIONS})\\s)?\\s*(?:(?:${FILLERS})\\s+)?\\(?\\s*$|^[ \\t]*\\n{1,2}[ \\t]*[-–•*·]?[ \\t]*$`,
  'iu',
)
export const STRICT_LIST_GAP = /^\s*[,/|]\s*$/

const CUES_BEFORE = new RegExp(
  `(?:${[
    'experience (?:with|in|using|of|working with|building with|writing|coding in|programming in|developing in)',
    '(?:knowledge|command|understanding|mastery|grasp) of',
    '(?:proficien\\p{L}+|skilled|skills|fluent|fluency|expertise|expert|background|competen\\p{L}+|trained|certified) (?:in|with)',
    'familiar\\p{L}* with|exposure to|interest(?:ed)? in|comfortable (?:with|in)|way around|passion\\p{L}* (?:for|about)|hands-on (?:with|in)|have used|already know|versed in|confident (?:in|with)|sicher mit|kennst|beherrsch\\p{L}+',
    'proficien\\p{L}+|know|knows|using|use|uses|write|writing|learn|love|code|coding|coded|program|programming|develop|developing',
    '(?:written|write|writing|built|build|building|work|working|develop|developing|developed|coding|code|programming|program|implemented|services|microservices|backend|apis?|apps|application\\p{L}*) (?:in|with|on|using)',
    '(?:tech|technology|technical|our|the|core|data|backend|frontend|main|current) stack(?: (?:is|includes|consists of|of))?',
    'stack|technologies|languages?|frameworks?|tools?|software|databases?|libraries|tooling',
    'kenntnisse(?:n)? (?:in|von|mit|der)|erfahrung(?:en)? (?:mit|in|im|bei)|umgang mit|wissen in|know-how in|sicher in|fit in|programmier\\p{L}+ (?:in|mit)|programmiersprachen?|entwick\\p{L}+ (?:in|mit|von)|arbeiten (?:mit|in)|vertraut mit|einsatz von|mittels',
    'expérience (?:en|avec|sur|de)|connaissances? (?:en|de|du|d)|maîtrise (?:de|du|d|en)|maitrise (?:de|du)|compétences? (?:en|sur)|développ\\p{L}+ (?:en|avec|sur)|langages?|à l.aise avec|expertise (?:en|sur)|technologies?|programmation en',
    'ervaring (?:met|in)|kennis (?:van|in)|vaardig\\p{L}* (?:in|met)|ontwikkel\\p{L}+ (?:in|met)|werken met|werkt met|bekend met|beheersing van|programmeert in|talen',
    'experiencia (?:con|en|de)|conocimientos? (?:de|en|sobre)|dominio de|manejo de|desarroll\\p{L}+ (?:en|con)|lenguajes?|tecnologías?|programación en|familiaridad con|trabajar con',
    'doświadczeni\\p{L}+ (?:z|w|ze)|znajomoś\\p{L}+|umiejętnoś\\p{L}+|programowani\\p{L}+ (?:w)|język\\p{L}*|technologi\\p{L}+|biegł\\p{L}+|praca z',
    'erfarenhet (?:av|inom|med|i)|kunskap\\p{L}* (?:i|om|inom)|utveckl\\p{L}+ (?:i|med)|arbeta\\p{L}* (?:i|med)|programmering i|språk|vana av|kompetens inom',
    'esperienza (?:con|in|di|nello|nel)|conoscenz\\p{L}+ (?:di|del|della|dei|in)|padronanza di|competenz\\p{L}+ (?:in|su)|svilupp\\p{L}+ (?:in|con)|linguaggi\\p{L}*|tecnologie|programmazione in|utilizzo di|uso di',
    'experiência (?:com|em|de)|conhecimentos? (?:de|em|sobre)|domínio de|desenvolv\\p{L}+ (?:em|com)|linguage\\p{L}+|tecnologias|programação em|proficiência em',
    'such as|e\\.g\\.|including|like|z\\.\\s?b\\.|wie',
    'senior|junior|lead|principal|staff|embedded|advanced|modern|idiomatic|production|backend|frontend|full-?stack',
  ].join(
    '|',
  )})[\\s:(]+(?:(?:modern|advanced|core|either|solid|good|strong|mainly|mostly|primarily|both|at least one of|the|a|an|of|programming language|language|der|die|den|le|la|el|lo|il)\\s+){0,2}$`,
  'iu',
)
const CUES_AFTER =
  /^[\s-]*(?:(?:and|&|\/)\s?\S+\s)?(?:developers?|engineers?|programm\p{L}*|cod(?:e|ing|ebase|ebases|er)|language|frameworks?|libraries|library|micro-?services?|services|backends?|back-end|back end|frontends?|apps?|applications?|ecosystem|scripts?|scripting|stack|jobs|clusters?|queries|models?|packages?|modules?|plugins?|projects?|apis?|sdk|skills?|knowledge|experience|expertise|expert|specialist|architect|consultant|administrator|admin|certification|certified|training data|components?|hooks|database|databases|warehouse|pipelines?|dashboards?|runtime|compiler|templates?|playbooks|cookbooks|recipes|integration|integrations|connector|server|\d+(?:\.\d+)*(?:\+|\s|,|\.|$)|entwickl\p{L}*|entwickler\p{L}*|kenntnisse|programmier\p{L}*|erfahrung|développeu\p{L}*|ontwikkel\p{L}*|kennis|ervaring|desarrollador\p{L}*|programist\p{L}*|deweloper\p{L}*|utvecklare|sviluppat\p{L}*|programador\p{L}*|desenvolvedor\p{L}*|(?:is|are|ist|sind) (?:a |an |ein |von )?(?:must|plus|required|needed|desirable|preferred|nice|advantage|vorteil|muss|erforderlich|wünschenswert)|(?:is|are|ist|sind) (?:our|the|unser\p{L}*)|required|preferred|wünschenswert|von vorteil)(?!\p{L})/iu
const OPENING_BEFORE = /(?:^|[\n.!?:•|]|[-–—*·▪►✓]\s)\s*$/u

const NEGATION = [
  'no|not|without|never|instead of|rather than|away from|neither|nor|don.?t|doesn.?t|do not|does not|cannot|isn.?t|aren.?t',
  'kein\\p{L}*|nicht|ohne|statt|anstatt|anstelle von|weder',
  'sans|pas de|pas d|pas besoin de|au lieu de|plutôt que|aucun\\p{L}*|ni',
  'geen|niet|zonder|in plaats van',
  'sin|en lugar de|en vez de|ningún|ninguna',
  'bez|nie|zamiast|żadn\\p{L}+',
  'inte|ej|ingen|inget|inga|utan|istället för',
  'senza|non|invece di|nessun\\p{L}*|al posto di',
  'sem|não|em vez de|nenhum\\p{L}*|ao invés de',
].join('|')
/** A negation and at most three plain words up to the skill, within one clause. */
const NEGATED_BEFORE = new RegExp(`(?<!\\p{L})(${NEGATION})\\s+((?:[\\p{L}'’-]+\\s+){0,4})$`, 'iu')
const NOT_A_NEGATION =
  /(?:^|\s)(?:only|just|merely|nur|bloß|seulement|uniquement|alleen|solo|sólo|tylko|bara|endast|soltanto|só|apenas|matter|problem|limited|afraid|shy|angst|scheu|berührungsängste|fear|peur|miedo|paura|medo|stranger|doubt|worries|wonder|later|less|more|mean|mind|hesitate|forget|if|but|sondern|aber|mais|ale|because|weil|then|we|you|i|mandatory|must|zwingend|required|necessarily|unbedingt|perfect|yet)(?:\s|$)/iu
const NEGATED_AFTER =
  /^[\s)]*(?:[\p{L}'’-]+\s+){0,2}?(?:(?:is|are|ist|sind|wird|werden|est|sont|n.est|ne sont|es|son|jest|są|är|è|é|são|wordt|zijn)\s+)?(?:not|nicht|pas|niet|no|nie|inte|non|não|keine?)\s+(?:[\p{L}'’]+\s+)?(?:required|needed|necessary|used|expected|relevant|erforderlich|nötig|notwendig|benötigt|gebraucht|verwendet|eingesetzt|voraussetzung|vorausgesetzt|nécessaires?|requise?s?|utilisée?s?|vereist|nodig|gebruikt|necesari[oa]s?|requerid[oa]s?|se requiere|se necesita|wymagan\p{L}+|potrzebn\p{L}+|nödvändig\p{L}*|krävs|används|necessari[oae]?|richiest[oaie]|necessári[oa]s?|exigid[oa]s?)(?!\s*,?\s*(?:but|aber|mais|maar|pero|ale|men|ma|mas)(?!\p{L}))/iu

const COMPANY_BEFORE = new RegExp(
  `(?:${[
    '(?:customers?|clients?|partners?|brands|companies|firms|startups|enterprises|organi[sz]ations|employers|investors|logos|names|competitors?|vendors|kunden|partner|unternehmen|firmen|marken|konkurrenten|entreprises|klanten|bedrijven|empresas|clientes|klient\\p{L}*|firmy|kunder|företag|clienti|aziende|clienti|empresas)\\s*(?:\\p{L}+\\s+){0,3}?(?:include|includes|including|such as|like|are|is|wie|sind|zählen|u\\.\\s?a\\.|tels? que|comme|sont|zoals|como|son|incluyen|tacy jak|jak|są|såsom|som|är|quali|come|sono|são|incluem|:)',
    'partners? of|trusted by|used by|backed by|acquired by|founders? (?:from|of)|alumni (?:from|of)|founded by|previously at|formerly (?:at|of)|worked at|ex-|people from|engineers from|veterans of|competes? with|alternative to|listed on|zu unseren kunden (?:zählen|gehören)|unter anderem für|parmi nos clients|vertrauen',
  ].join('|')})\\s*[^.\\n!?]{0,60}$`,
  'iu',
)
const EMPLOYER_BEFORE =
  /(?:^|[\n.!?•]\s*)(?:at|join|about|why|bei|über|chez|rejoignez|bij|over|en|únete a|w|hos|om|da|presso|na|sobre)\s+$/iu
const EMPLOYER_AFTER =
  /^(?:\s*,\s*(?:we|you|you'll|our)\b|[’']s (?:mission|vision|team|culture|customers|platform)|\s+(?:is\s+(?:hiring|looking|on a mission|building)|was founded|ist ein|ist der|ist die|sucht|est une?|recrute|es una?|è un|är ett|jest)(?!\p{L})|\s+(?:GmbH|AG|SE|Inc|Ltd|B\.?V|SAS|S\.A|AB|Sp\.)(?!\p{L}))/iu

/** True when the words open a sentence, a line or a list item, where any word has a capital. */
export function isOpening(text: string, { start }: Span): boolean {
  return (
    OPENING_BEFORE.test(text.slice(Math.max(0, start - 6), start)) &&
    !/[:•|]\s*$/.test(text.slice(Math.max(0, start - 3), start))
  )
}

/** True when a list item or line is this one word, or starts a list with it: "React", "Excel (advanced)", "Flask, Django". */
export function isWholeItem(text: string, { end }: Span): boolean {
  return /^\s*(?:$|\n|[,/|(])/.test(text.slice(end, end + 4))
}

/** True when words of the trade stand right before or after: "experience with Go", "R packages", "Senior Rust Engineer". */
export function isTechnicalContext(text: string, { start, end }: Span): boolean {
  const after = text.slice(end, end + 32)
  if (/^\s*(?:&|\+)\s*D\b/.test(after)) return false
  return CUES_AFTER.test(after) || CUES_BEFORE.test(text.slice(Math.max(0, start - 72), start))
}

/** True when the posting names the skill to say that it is not asked for or not used. */
export function isExcluded(text: string, { start, end }: Span): boolean {
  const clause = text.slice(Math.max(0, start - 64), start).replace(/^[\s\S]*[.,;:!?\n()]/u, '')
  const negation = NEGATED_BEFORE.exec(clause)
  if (negation && !NOT_A_NEGATION.test(` ${negation[2] ?? ''}`)) return true
  return NEGATED_AFTER.test(text.slice(end, end + 90).replace(/[.;!?\n][\s\S]*/u, ''))
}

const SELF_DESCRIPTION =
  /^\s+(?:is (?:a|an|the|one of)|ist (?:ein|der|die)|est une?|es una?|è un|är ett|jest)\s+(?!(?:must|plus|bonus|advantage|nice|prerequisite|requirement|benefit|muss|vorteil|atout|vereiste|pr[eé]requis|huge|big|real|strong|great|clear|definite)(?!\p{L}))/iu

/** True when the name stands for the company: a customer, a partner, or the employer itself. */
export function isCompanyMention(text: string, { start, end }: Span): boolean {
  if (isOpening(text, { start, end }) && SELF_DESCRIPTION.test(text.slice(end, end + 40))) return true
  const before = text.slice(Math.max(0, start - 130), start)
  return EMPLOYER_AFTER.test(text.slice(end, end + 24)) || EMPLOYER_BEFORE.test(before) || COMPANY_BEFORE.test(before)
}
