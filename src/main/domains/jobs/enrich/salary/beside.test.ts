import { describe, expect, it } from 'vitest'
import { brief, ofText } from './salary.fixture.ts'

describe('what is said beside the pay', () => {
  it.each([
    ['Salary: €55,000 gross per year', 'IE', 'gross'],
    ['We offer €2500 net monthly', 'SK', 'net'],
    ['Salary: €3,000 – €4,000 (gross, before tax)', 'LV', 'gross'],
    ['Jahresbruttogehalt 62.000 €', 'DE', 'gross'],
    ['Gehalt: 3.200 € bis 3.800 € netto', 'DE', 'net'],
    ['Vous percevrez 2 350 € nets par mois', 'FR', 'net'],
    ['Rémunération annuelle brute comprise entre 42 000 et 52 000 euros', 'FR', 'gross'],
    ['€ 4.500,- p.m. bruto', 'NL', 'gross'],
    ['Salario: entre 28.000 y 34.000 euros brutos al año', 'ES', 'gross'],
    ['zarobki na poziomie 9000-11000 zł na rękę', 'PL', 'net'],
    ['Lön 45 000 kr före skatt', 'SE', 'gross'],
    ['RAL 38.000 €', 'IT', 'gross'],
    ['Stipendio netto mensile di 1.600 €', 'IT', 'net'],
    ['Oferecemos até 3.000 € líquidos por mês', 'PT', 'net'],
    ['Senior .NET Developer, salary €60,000', 'IE', null],
    ['Salary €60,000 and a net allowance of €100 per month', 'BE', null],
  ])('reads the tax of %j in %s as %s', (text, country, tax) => {
    expect(ofText(text, country)?.tax).toBe(tax)
  })

  it.each([
    ['Wynagrodzenie: 15 000 – 20 000 PLN netto + VAT (B2B)', 'PL', 'b2b'],
    ['Umowa o pracę: 12 000 - 16 000 zł brutto/mies.', 'PL', 'employment'],
    ['Permanent: 14,000–18,000 PLN gross/month; B2B: 18,000–23,000 PLN net/month', 'PL', 'employment'],
    ['Stundensatz: 80–95 € (netto, zzgl. USt.)', 'DE', 'b2b'],
    ['TJM : 520€ HT max', 'FR', 'b2b'],
    ['Dagtarief € 600 - € 700 ex. BTW', 'NL', 'b2b'],
    ['Tarifa: 35€/h + IVA (autónomo)', 'ES', 'b2b'],
    ['Timarvode 900-1 100 kr exkl. moms', 'SE', 'b2b'],
    ['tariffa 300€/giorno + IVA', 'IT', 'b2b'],
    ['Prestação de serviços: 200 €/dia + IVA', 'PT', 'b2b'],
    ['Day rate: £450 per day, outside IR35', 'GB', 'b2b'],
    ['Salary: €55,000', 'IE', null],
  ])('reads the contract of %j in %s as %s', (text, country, contract) => {
    expect(ofText(text, country)?.contract).toBe(contract)
  })

  it.each([
    ['Salary: EUR 4.500 gross per month (14 payments per year)', 'AT', 14, 63_000],
    ['€ 3.500,00 brutto/Monat x 14', 'AT', 14, 49_000],
    ['Wir vergüten mit 5.250 € monatlich, 13 Mal im Jahr.', 'DE', 13, 68_250],
    ['Wir zahlen 13,5 Monatsgehälter à 4.500 €', 'DE', 13.5, 60_750],
    ['Salaire mensuel brut : 3 500 € x 13,92', 'BE', 13.92, 48_720],
    ['€ 4.100 per maand x 12,96', 'NL', 12.96, 53_136],
    ['een dertiende maand en een salaris van € 4.000', 'NL', 13, 52_000],
    ['Sueldo: 1.800 € netos al mes (14 pagas)', 'ES', 14, 25_200],
    ['Lo stipendio è di 1.850 euro netti al mese per quattordici mensilità.', 'IT', 14, 25_900],
    ['Salário base de 1.400 € x 14 meses', 'PT', 14, 19_600],
    ['Wynagrodzenie zasadnicze 8 500 zł brutto, trzynasta pensja', 'PL', 13, 26_047],
    ['38.000 € brutos anuales en 14 pagas', 'ES', 14, 38_000],
    ['El sueldo son 2.000 € brutos al mes en 12 pagas', 'ES', null, 24_000],
    ['Salary €3,000 per month for 14 hours a week', 'IE', null, 36_000],
  ])('reads %j in %s as paid %s times a year, %s EUR', (text, country, payments, yearEur) => {
    const fact = ofText(text, country)
    expect(fact?.paymentsPerYear).toBe(payments)
    expect(fact?.yearEur).toMatchObject({ min: yearEur, max: yearEur })
  })
})

describe('the other bands', () => {
  it.each([
    [
      'Level 2 (Professional): 58.000 – 68.000 € pro Jahr\nLevel 3 (Senior): 68.000 – 82.000 € pro Jahr',
      'DE',
      '58000..68000 EUR year',
      ['68000..82000 EUR year Level 3 (Senior)'],
    ],
    [
      'Junior: 45.000–52.000 €, Mid: 55.000–65.000 €, Senior: 70.000–85.000 € Jahresgehalt',
      'DE',
      '45000..52000 EUR year',
      ['55000..65000 EUR year Mid', '70000..85000 EUR year Senior'],
    ],
    [
      'Pay: £45,000 - £50,000 (Bristol) or £52,000 - £58,000 (London)',
      'GB',
      '45000..50000 GBP year',
      ['52000..58000 GBP year London'],
    ],
    [
      'Widełki: 12 000 – 16 000 zł brutto / mies. (umowa o pracę) albo 15 000 – 20 000 zł netto + VAT (B2B).',
      'PL',
      '12000..16000 PLN month',
      ['15000..20000 PLN month B2B'],
    ],
    [
      'Widełki: mid 100–125 zł/h, senior 140–175 zł/h netto na B2B',
      'PL',
      '100..125 PLN hour',
      ['140..175 PLN hour senior'],
    ],
    [
      'Salaris: junior vanaf € 2.900, medior vanaf € 3.700, senior vanaf € 4.800',
      'NL',
      '2900.. EUR month',
      ['3700.. EUR month medior', '4800.. EUR month senior'],
    ],
    [
      'The range is $170,000 to $210,000 in San Francisco, elsewhere $150,000 to $190,000.',
      'US',
      '170000..210000 USD year',
      ['150000..190000 USD year elsewhere'],
    ],
    ['Base €80,000, OTE €110,000', 'IE', '80000 EUR year', []],
    ['Salary €4,000 per month (€48,000 per year)', 'IE', '4000 EUR month', []],
    ['Salary €60,000.\nOnce more: the salary is €60,000.', 'IE', '60000 EUR year', []],
    ['Salary €60,000, a €500 gym allowance per month', 'IE', '60000 EUR year', []],
  ])('of %j in %s are kept beside %s', (text, country, answer, variants) => {
    const fact = ofText(text, country)
    expect(brief(fact)).toBe(answer)
    expect(fact?.variants.map((variant) => `${brief(variant)} ${variant.label}`)).toEqual(variants)
  })
})

describe('what comes on top', () => {
  it.each([
    [
      'Base €80,000, bonus up to 15%, equity worth €40,000 over four years',
      'DE',
      ['bonus: bonus up to 15%', 'equity: equity worth €40,000 over four years'],
    ],
    ['Rémunération : 45 k€ fixe + 5 k€ variable, BSPCE', 'FR', ['bonus: 5 k€ variable', 'equity: BSPCE']],
    ['Compensation: €80,000 base, €110,000 OTE.', 'IE', ['on_target: €110,000 OTE']],
    ['Salaris € 4.200 per maand, exclusief 8% vakantiegeld', 'NL', ['extra_month: exclusief 8% vakantiegeld']],
    [
      'Gehalt: 4.500 € monatlich\n13. Monatsgehalt\nEssenszuschuss 7 € pro Tag',
      'DE',
      ['extra_month: 13. Monatsgehalt', 'allowance: Essenszuschuss 7 € pro Tag'],
    ],
    ['Wynagrodzenie 8 900 zł brutto, premia roczna do 10%', 'PL', ['bonus: premia roczna do 10%']],
    ['Salary €60,000.\nYou own a budget of €2,000,000. Kafka is a bonus. We work in private equity.', 'IE', []],
  ])('of %j in %s is quoted', (text, country, extras) => {
    expect(ofText(text, country)?.extras.map(({ kind, evidence }) => `${kind}: ${evidence}`)).toEqual(extras)
  })
})
