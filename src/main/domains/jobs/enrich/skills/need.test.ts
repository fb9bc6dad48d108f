import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language.ts'
import { readSkills } from './skills.ts'

// Texts written for this project. Expected: each skill with its need and years ("Go required 3").

function said(descriptionText: string): string {
  const facts = readSkills({ title: 'Opening', descriptionText, language: readLanguage(descriptionText) })
  return facts.map(({ name, need, years }) => [name, need, years].filter((word) => word !== null).join(' ')).join(', ')
}

const NEEDS: readonly (readonly [text: string, expected: string])[] = [
  // headings, in HTML's lists and in plain ones
  [
    'Requirements\n\nPython\nSQL\n\nNice to have\n\nGo\nRust\n\nWe also run Kafka.',
    'Python required, SQL required, Go preferred, Rust preferred, Kafka',
  ],
  [
    'What you bring\n- Python\n- R\n\nBonus points\n- Julia\n\nWhat we offer\n- Excel courses',
    'Python required, R required, Julia preferred',
  ],
  ['Your tasks\n- Run Kubernetes\n\nMust have\n- Linux', 'Kubernetes, Linux required'],
  ['Das bringst du mit\n• Java\n\nSchön wäre außerdem\n• Kotlin', 'Java required, Kotlin preferred'],
  ['Compétences exigées\n- Linux\n\nCompétences appréciées\n- Docker', 'Linux required, Docker preferred'],
  ['Functie-eisen\n- C#\n\nPluspunten\n- Azure', 'C# required, Azure preferred'],
  ['Lo que necesitamos sí o sí\n– AWS\n\nLo que suma puntos\n– Helm', 'AWS required, Helm preferred'],
  ['Wymagania obowiązkowe\n– React\n\nWymagania mile widziane\n– Jest', 'React required, Jest preferred'],
  ['Skallkrav: C#, .NET\nBörkrav: Terraform', 'C# required, .NET required, Terraform preferred'],
  [
    'Requisiti indispensabili: COBOL. Requisiti graditi: Java, Angular.',
    'COBOL required, Java preferred, Angular preferred',
  ],
  ['Obrigatório: Python, SQL. Desejável: R.', 'Python required, SQL required, R preferred'],
  ["✅ YOU\n• Linux\n\n💡 NICE\n• eBPF\n\n❌ WE DON'T DO\n• Kubernetes", 'Linux required, eBPF preferred'],
  ["What you don't need: Java, Scala.\nWhat you need: Python.", 'Python required'],
  // words of the sentence
  ['Snowflake is a must, dbt a plus.', 'Snowflake required, dbt preferred'],
  [
    'Requirements:\n- Experience with Docker, Kubernetes is a plus\n- SQL (nice to have)\n- Git',
    'Docker preferred, Kubernetes preferred, SQL preferred, Git required',
  ],
  ['Python (required), Scala (optional)', 'Python required, Scala preferred'],
  ['You must know Linux. Ideally you have seen Ansible.', 'Linux required, Ansible preferred'],
  [
    'Kenntnisse in Angular oder React sind von Vorteil. Terraform zwingend erforderlich.',
    'Angular preferred, React preferred, Terraform required',
  ],
  ['Kenntnisse in Python sind nicht zwingend erforderlich, aber von Vorteil.', 'Python preferred'],
  ['SQL obligatoire, notions de Python ou de R appréciées.', 'SQL required, Python preferred, R preferred'],
  ['Kennis van Terraform is een pré. Ervaring met C# is vereist.', 'Terraform preferred, C# required'],
  ['Se requiere Python. Se valoran conocimientos de Spark.', 'Python required, Spark preferred'],
  [
    'Dodatkowym atutem będzie znajomość dbt i Databricksa. Wymagana znajomość Javy.',
    'dbt preferred, Databricks preferred, Java required',
  ],
  [
    'Vi ser gärna att du har erfarenhet av Python och Qt. Ett krav är Git.',
    'Python preferred, Qt preferred, Git required',
  ],
  ['È richiesta la conoscenza di Excel; è gradita la conoscenza di Python.', 'Excel required, Python preferred'],
  ['Experiência com LLMs é um fator preferencial. É obrigatório Python.', 'LLM preferred, Python required'],
  ['Weet je iets van OpenShift? Mooi meegenomen!', 'OpenShift preferred'],
  ['We use Python and Kafka.', 'Python, Kafka'],
  // a must is a must wherever it is said
  ['We run Kafka.\n\nRequirements\n- Kafka', 'Kafka required'],
]

const YEARS: readonly (readonly [text: string, expected: string])[] = [
  ['5+ years of experience with Python and SQL', 'Python 5, SQL 5'],
  ['3-5 years of professional Java experience, some Kotlin', 'Java 3, Kotlin'],
  ['At least three years of JS/TS', 'JavaScript 3, TypeScript 3'],
  ['a year or more of dbt', 'dbt 1'],
  ['Databricks, at least two years', 'Databricks 2'],
  ['AWS security, daily, for at least three years', 'AWS 3'],
  ['Java and Kotlin (5 years or more), Git', 'Java 5, Kotlin 5, Git'],
  ['Mindestens 5 Jahre Berufserfahrung mit Java', 'Java 5'],
  ['React und TypeScript aus dem Effeff (mind. drei Jahre)', 'React 3, TypeScript 3'],
  ['Fünfjährige Erfahrung in C++', 'C++'],
  ['au moins 3 ans d’expérience en Python', 'Python 3'],
  ['minimaal 4 jaar ervaring met Python en SQL', 'Python 4, SQL 4'],
  ['al menos 3 años de experiencia con Python', 'Python 3'],
  ['min. 3 lata doświadczenia komercyjnego w Javie, znajomość Gita', 'Java 3, Git'],
  ['minst fyra års erfarenhet av Java', 'Java 4'],
  ['almeno 3 anni di esperienza in Java', 'Java 3'],
  ['React (mínimo 2 anos)', 'React 2'],
  // years that are no experience, or another's
  ['Five years of experience. Python.', 'Python'],
  ['Python, SQL, 5 years of experience in data science', 'Python, SQL'],
  ['MATLAB has been part of our lab for 20 years.', 'MATLAB'],
  ['Seit zehn Jahren entwickeln wir in Java.', 'Java'],
  ['Two years ago we chose Kafka.', 'Kafka'],
  ['A two-year contract. You know Kafka.', 'Kafka'],
  ['10 years of Java. A little Kotlin.', 'Java 10, Kotlin'],
]

describe('readSkills', () => {
  it.each(NEEDS)('reads what must be there and what may be in %j', (text, expected) => {
    expect(said(text)).toBe(expected)
  })

  it.each(YEARS)('reads the least years asked for in %j', (text, expected) => {
    expect(said(text).replaceAll(/ (?:required|preferred)/g, '')).toBe(expected)
  })
})
