import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skillNames } from './find-mentions.ts'
import { readSkills } from './skills.ts'

// Passages written for this project. Expected: the names in order, joined by ", ".

const names = (title: string, descriptionText: string): string =>
  readSkills({ title, descriptionText })
    .map(({ name }) => name)
    .join(', ')

const PASSAGES: readonly (readonly [text: string, expected: string])[] = [
  // names with signs in them
  ['Strong C++ and C# skills', 'C++, C#'],
  ['C/C++ for embedded Linux', 'C, C++, Embedded Linux'],
  ['Modern C++17, CMake and Git', 'C++, CMake, Git'],
  ['You develop in .NET and ASP.NET Core', '.NET, ASP.NET Core'],
  ['Experience with F#, Node.js and CI/CD', 'F#, Node.js, CI/CD'],
  ['Python, R and SQL', 'Python, R, SQL'],
  ['Experience with R', 'R'],
  ['Our services are written in Go.', 'Go'],
  ['Golang or Rust', 'Go, Rust'],
  ['Go, Kubernetes, Terraform', 'Go, Kubernetes, Terraform'],
  ['NodeJS, Next.js, Vue.js, D3.js', 'Node.js, Next.js, Vue.js, D3.js'],
  ['PL/SQL, T-SQL and PostgreSQL', 'PL/SQL, T-SQL, PostgreSQL'],
  ['TCP/IP, A/B testing, Pub/Sub', 'TCP/IP, A/B Testing, Pub/Sub'],
  ['Objective-C or Swift', 'Objective-C, Swift'],
  // one name in its spellings
  ['postgres, K8s, sklearn', 'PostgreSQL, Kubernetes, scikit-learn'],
  ['scikit learn and scikit-learn', 'scikit-learn'],
  ['Apache Kafka (Kafka Streams)', 'Kafka'],
  ['Google Cloud Platform (GCP)', 'GCP'],
  ['PowerBI and Power BI', 'Power BI'],
  ['RESTful APIs and GraphQL', 'REST, GraphQL'],
  ['large language models and retrieval-augmented generation', 'LLM, RAG'],
  // the longer name wins
  ['Spring Boot and Hibernate', 'Spring Boot, Hibernate'],
  ['React Native with TypeScript', 'React Native, TypeScript'],
  ['JavaScript', 'JavaScript'],
  ['GitLab CI and GitHub Actions', 'GitLab CI, GitHub Actions'],
  ['SQL Server', 'SQL Server'],
  ['Azure Data Factory on Azure', 'Azure Data Factory, Azure'],
  ['You join us in spring. Spring Boot is our framework.', 'Spring Boot'],
  // words that are also words
  ['You own our go-to-market strategy.', ''],
  ['We go to market fast, go live often and go the extra mile.', ''],
  ['Go beyond what is asked. Go for it!', ''],
  ['We want to spark joy.', ''],
  ['Spark your career with us!', ''],
  ['Experience with Spark and Hive', 'Spark, Hive'],
  ['You excel at communication and excel in teams.', ''],
  ['Excel at what you do.', ''],
  ['Very good Excel skills', 'Excel'],
  ['You have advanced knowledge of MS Excel.', 'Excel'],
  ['Our R&D department', ''],
  ['Our R & D department in Graz', ''],
  ['You react quickly to change.', ''],
  ['React to incidents at night', ''],
  ['React and Redux', 'React, Redux'],
  ['We expect a swift response.', ''],
  ['Swift payments over the SWIFT network', ''],
  ['Swift Developer', 'Swift'],
  ['Express your interest until May.', ''],
  ['Node.js with Express', 'Node.js, Express'],
  ['The job starts in spring 2026.', ''],
  ['Steel does not rust.', ''],
  ['C-level stakeholders, Series C funding and vitamin C', ''],
  ['Driving licence C is a plus', ''],
  ['Working with our sous chef', ''],
  ['Chef, Puppet or Ansible', 'Chef, Puppet, Ansible'],
  ['Julia and her team look forward to meeting you.', ''],
  ['Python or Julia', 'Python, Julia'],
  ['Dart and Flutter', 'Dart, Flutter'],
  ['A pension scheme and an espresso machine', ''],
  ['Tableau de bord et reporting', ''],
  ['Looker, Tableau, Metabase', 'Looker, Tableau, Metabase'],
  ['The rest of the team', ''],
  ['Our oracle of delphi', ''],
  ['A flask of water, a ruby ring and a snowflake', ''],
  ['You will segment customers and express ideas.', ''],
  ['Acme SAS is hiring in Paris.', ''],
  ['SAS, SPSS oder Stata', 'SAS, SPSS, Stata'],
  // lists over lines
  ['Your stack:\n- React\n- Go\n- Docker\n- Excel', 'React, Go, Docker, Excel'],
  ['Skills\n * Python\n * R\n * Spring', 'Python, R, Spring'],
  ['Tech\nKotlin\nSwift', 'Kotlin, Swift'],
  // lists in lower case
  ['python, django, flask, docker', 'Python, Django, Flask, Docker'],
  ['typescript/react/node.js', 'TypeScript, React, Node.js'],
  ['statistical software (R, SAS)', 'R, SAS'],
  ['Go is our main language', 'Go'],
  ['Keine Angst vor SQL', 'SQL'],
  ['Exposure to Go and Quarkus', 'Go, Quarkus'],
  ['Ray Smith, CEO, and Julia Chen, CTO', ''],
  ['AI/ML', 'Machine Learning'],
  // excluded
  ['No Java needed.', ''],
  ['We use Python, no Java.', 'Python'],
  ['You do not need PHP.', ''],
  ['Kein PHP, sondern Python.', 'Python'],
  ['Kotlin statt Java', 'Kotlin'],
  ['Pas de PHP chez nous', ''],
  ['Geen PHP, wel Python', 'Python'],
  ['Sin Java', ''],
  ['Bez PHP', ''],
  ['Inte PHP', ''],
  ['Niente di vecchio, senza PHP', ''],
  ['Sem PHP', ''],
  ['No PHP, Perl or Ruby here', ''],
  ['Java is not required.', ''],
  ['Java-Kenntnisse sind nicht erforderlich.', ''],
  ['Not only Python but also Rust', 'Python, Rust'],
  ['Nicht nur Python, sondern auch Scala', 'Python, Scala'],
  ['You are not afraid of Kubernetes.', 'Kubernetes'],
  ['Experience in Java is not required, but a plus.', 'Java'],
  // customers and employers
  ['Our customers include Oracle and SAP.', ''],
  ['Zu unseren Kunden zählen SAP und Salesforce.', ''],
  ['Trusted by companies such as Snowflake.', ''],
  ['At Databricks, we build the lakehouse. You write Scala.', 'Data Lake, Scala'],
  ['Experience with Oracle and SAP', 'Oracle, SAP'],
  ['Snowflake is a must, dbt a plus.', 'Snowflake, dbt'],
  // addresses
  ['Write to jobs@docker.com or visit www.mongodb.com', ''],
  ['See https://acme.net for more', ''],
  // other languages
  ['Erfahrung mit Python und Kenntnisse in maschinellem Lernen', 'Python, Machine Learning'],
  ['Programmierung in Go oder Rust', 'Go, Rust'],
  ['Maîtrise de Python, connaissances en apprentissage automatique', 'Python, Machine Learning'],
  ['Ervaring met Go en Kubernetes', 'Go, Kubernetes'],
  ['Experiencia con R y Python', 'R, Python'],
  ['Znajomość języka Go oraz Dockera', 'Go'],
  ['Erfarenhet av Swift och iOS', 'Swift, iOS'],
  ['Esperienza con Go e microservizi', 'Go, Microservices'],
  ['Experiência com Rust e integração contínua', 'Rust, CI/CD'],
  // names that others call otherwise
  ['GH Actions, GA4 and TF 2 with Python', 'GitHub Actions, Google Analytics, TensorFlow, Python'],
  ['MS Access, MS Word and Microsoft Teams', 'Microsoft Access, Microsoft Word, Microsoft Teams'],
  ['AKS, EKS and GKE', 'AKS, EKS, GKE'],
  ['I²C and SPI on STM32', 'I2C, SPI, STM32'],
  // agile as a way of working, not of being
  ['You work in an agile team.', 'Agile'],
  ['We are an agile company that never stands still.', ''],
  ['In agilen Projekten übernehmen Sie Arbeitspakete.', 'Agile'],
  ['Si offre lavoro agile tre giorni a settimana.', ''],
  // a role is no skill
  ['You join our DevOps team.', ''],
  ['Experience with DevOps practices', 'DevOps'],
  ['so you can read what the Android colleagues do', ''],
]

describe('readSkills', () => {
  it.each(PASSAGES)('reads %j as %j', (text, expected) => {
    expect(names('Opening', text)).toBe(expected)
  })

  it.each([
    ['Senior Go Engineer', 'Go'],
    ['Java Developer (m/w/d)', 'Java'],
    ['R&D Manager', ''],
    ['Head Chef', ''],
    ['Machine Learning Engineer', 'Machine Learning'],
    ['Go-to-Market Lead', ''],
    ['SAP Consultant', 'SAP'],
  ])('reads the title %j as %j', (title, expected) => {
    expect(names(title, '')).toBe(expected)
  })

  it('names each skill once, in order of first mention, with the words as written', () => {
    const facts = readSkills({ title: 'postgres expert', descriptionText: 'Kafka, PostgreSQL and Apache Kafka' })
    expect(facts).toEqual([
      { name: 'PostgreSQL', evidence: 'postgres', need: null, years: null },
      { name: 'Kafka', evidence: 'Kafka', need: null, years: null },
    ])
  })

  it('has a taxonomy of at least 600 skills, each name once', () => {
    expect(skillNames().length).toBeGreaterThanOrEqual(600)
    expect(new Set(skillNames()).size).toBe(skillNames().length)
  })

  it('never throws, and quotes only what is there', () => {
    const piece = fc.constantFrom(
      'Go',
      'C++',
      ', ',
      'no ',
      'R',
      ' & ',
      'Spark',
      ' and ',
      '.NET',
      '\n',
      'customers like ',
      'Requirements:\n- ',
      'nice to have ',
      '5+ years of ',
      ' is a plus',
      'kein ',
      'Kafkę',
      ' nicht mehr',
      '? ',
      'ß',
      'İ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const descriptionText = pieces.join('')
        for (const { evidence, need, years } of readSkills({ title: 'x', descriptionText, company: 'Spark AG' })) {
          expect(descriptionText).toContain(evidence)
          expect([null, 'required', 'preferred']).toContain(need)
          expect(years === null || (Number.isInteger(years) && years > 0)).toBe(true)
        }
      }),
    )
  })

  it.each([
    'R ',
    'Go, ',
    'no Java ',
    'C',
    '.NET',
    'or Go or ',
    'customers like SAP ',
    'Go\n',
    'Requirements:\n',
    'Required: Java, Go. ',
    '3 years ',
    'x? ',
  ])('copes with 50 kB of %j', (piece) => {
    const descriptionText = piece.repeat(50_000 / piece.length)
    expect(() => readSkills({ title: '', descriptionText })).not.toThrow()
  })
})
