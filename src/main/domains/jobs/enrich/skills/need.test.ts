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

/** Needs outside headings, in the words of prose. */
const PROSE: readonly (readonly [text: string, expected: string])[] = [
  ['You will like it here if you also know Terraform.', 'Terraform preferred'],
  ["You'll feel at home faster if you have seen Kafka before.", 'Kafka preferred'],
  ['It helps if you have used dbt.', 'dbt preferred'],
  ['It does no harm to know Rust.', 'Rust preferred'],
  ['If you can also write Go, so much the better.', 'Go preferred'],
  ['If you happen to know Elixir, tell us.', 'Elixir preferred'],
  ['Knowing Spark will make your first weeks easier.', 'Spark preferred'],
  ['Experience with Kubernetes will be noticed.', 'Kubernetes preferred'],
  ['Bring Terraform and we will be impressed.', 'Terraform preferred'],
  ['Anyone who has touched Kafka starts with a head start.', 'Kafka preferred'],
  ['A little Python goes a long way.', 'Python preferred'],
  ['dbt would be the cherry on the cake.', 'dbt preferred'],
  ['Familiarity with Airflow is something we look upon kindly.', 'Airflow preferred'],
  ['We have a soft spot for people who know Haskell.', 'Haskell preferred'],
  ['Terraform is nice, not needed.', 'Terraform preferred'],
  ['Kafka we can teach you.', 'Kafka preferred'],
  ['Some exposure to AWS is useful.', 'AWS preferred'],
  ['Perhaps you have even worked with Ray and PyTorch.', 'Ray preferred, PyTorch preferred'],
  ['Extra respect for anyone fluent in Rust.', 'Rust preferred'],
  ['You cannot do this job without SQL.', 'SQL required'],
  ['Without Python you would be lost here.', 'Python required'],
  ['You write Python every day and have done so for years.', 'Python'],
  ['You are at home in Kubernetes.', 'Kubernetes required'],
  ['There is no way around SQL.', 'SQL required'],
  ['We need you to know Docker.', 'Docker required'],
  ['We count on your Java.', 'Java required'],
  ['You should be comfortable with Git.', 'Git required'],
  ['You should know Linux.', 'Linux required'],
  ['We assume you know Git.', 'Git required'],
  ['Solid Python is what we look for.', 'Python required'],
  ['We are looking for people with a good command of SQL.', 'SQL required'],
  ['Applicants need SQL.', 'SQL required'],
  ['You have worked with Docker for years.', 'Docker required'],
  ['Wenn du außerdem Terraform kennst, umso besser.', 'Terraform preferred'],
  ['Wer schon einmal mit Kafka gearbeitet hat, ist klar im Vorteil.', 'Kafka preferred'],
  ['Mit Kenntnissen in dbt punktest du bei uns.', 'dbt preferred'],
  ['Kennst du dich mit Spark aus, freuen wir uns.', 'Spark preferred'],
  ['Über Erfahrung mit Rust freuen wir uns.', 'Rust preferred'],
  ['Es hilft, wenn du Ansible kennst.', 'Ansible preferred'],
  ['Kafka bringen wir dir bei.', 'Kafka preferred'],
  ['Ein Händchen für Docker schadet nicht.', 'Docker preferred'],
  ['Vielleicht kennst du sogar Kotlin.', 'Kotlin preferred'],
  ['Ohne SQL geht es nicht.', 'SQL required'],
  ['An SQL führt kein Weg vorbei.', 'SQL required'],
  ['Python solltest du beherrschen.', 'Python required'],
  ['Java ist für uns ein Muss.', 'Java required'],
  ['Git setzen wir voraus.', 'Git required'],
  ['Wir suchen jemanden, der Java kann.', 'Java required'],
  ["Si vous connaissez en plus Terraform, c'est encore mieux.", 'Terraform preferred'],
  ['Une première expérience de Kafka vous aidera.', 'Kafka preferred'],
  ['La connaissance de dbt fera la différence.', 'dbt preferred'],
  ['Vous avez déjà touché à Spark ? Tant mieux.', 'Spark preferred'],
  ['Nous pouvons vous former à Ansible.', 'Ansible preferred'],
  ['Sans SQL, impossible de faire ce métier.', 'SQL required'],
  ['Vous devez maîtriser Python.', 'Python required'],
  ['Il faut connaître Git.', 'Git required'],
  ['Als je ook Terraform kent, des te beter.', 'Terraform preferred'],
  ['Heb je ervaring met Kafka, dan heb je een streepje voor.', 'Kafka preferred'],
  ['Het helpt als je dbt kent.', 'dbt preferred'],
  ['Zonder SQL kom je er niet.', 'SQL required'],
  ['Je kunt goed overweg met Python.', 'Python required'],
  ['Si además conoces Terraform, mejor.', 'Terraform preferred'],
  ['Tener experiencia con Kafka te dará ventaja.', 'Kafka preferred'],
  ['Ayuda si conoces dbt.', 'dbt preferred'],
  ['Sin SQL no hay puesto.', 'SQL required'],
  ['Es fundamental que domines Python.', 'Python required'],
  ['Hay que saber Git.', 'Git required'],
  ['Jeśli znasz też Terraforma, tym lepiej.', 'Terraform preferred'],
  ['Znajomość Kafki ułatwi Ci start.', 'Kafka preferred'],
  ['Doświadczenie z dbt doceniamy szczególnie.', 'dbt preferred'],
  ['Om du dessutom kan Terraform är det ännu bättre.', 'Terraform preferred'],
  ['Har du jobbat med Kafka har du ett försprång.', 'Kafka preferred'],
  ['Det underlättar om du kan dbt.', 'dbt preferred'],
  ['Utan SQL går det inte.', 'SQL required'],
  ['Du måste behärska Python.', 'Python required'],
  ['Se conosci anche Terraform, tanto meglio.', 'Terraform preferred'],
  ['Aver già usato Kafka aiuta.', 'Kafka preferred'],
  ['Senza SQL non si va lontano.', 'SQL required'],
  ['Devi conoscere Python.', 'Python required'],
  ['Se também souberes Terraform, melhor ainda.', 'Terraform preferred'],
  ['Já ter trabalhado com Kafka ajuda.', 'Kafka preferred'],
  ['Sem SQL não dá.', 'SQL required'],
  ['Tens de dominar Python.', 'Python required'],
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
  it.each([...NEEDS, ...PROSE])('reads what must be there and what may be in %j', (text, expected) => {
    expect(said(text)).toBe(expected)
  })

  it.each(YEARS)('reads the least years asked for in %j', (text, expected) => {
    expect(said(text).replaceAll(/ (?:required|preferred)/g, '')).toBe(expected)
  })
})
