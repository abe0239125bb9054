import type { Random } from './random.js';

/** Given and family names that go together. The order is the one the person would write. */
interface NamePool {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly familyFirst?: boolean;
}

const pools = {
  german: {
    given: [
      'Anna',
      'Lukas',
      'Johanna',
      'Felix',
      'Katharina',
      'Jonas',
      'Miriam',
      'Stefan',
      'Greta',
      'Matthias',
      'Leonie',
      'Tobias',
      'Franziska',
      'Henrik',
      'Ulrike',
      'Moritz',
      'Birgit',
      'Niklas',
      'Silke',
      'Jannik',
    ],
    family: [
      'Schäfer',
      'Brandt',
      'Vogel',
      'Lindemann',
      'Krüger',
      'Petersen',
      'Hoffmann',
      'Jansen',
      'Böttcher',
      'Reuter',
      'Seidel',
      'Ahrens',
      'Kessler',
      'Thomsen',
      'Baumann',
      'Döring',
      'Wendt',
      'Lorenz',
      'Heinrich',
      'Oltmanns',
    ],
  },
  turkish: {
    given: ['Elif', 'Emre', 'Zeynep', 'Burak', 'Selin', 'Cem', 'Derya', 'Murat', 'Aylin', 'Kerem'],
    family: [
      'Yılmaz',
      'Kaya',
      'Demir',
      'Şahin',
      'Aydın',
      'Öztürk',
      'Arslan',
      'Koç',
      'Polat',
      'Güneş',
    ],
  },
  polish: {
    given: [
      'Agnieszka',
      'Piotr',
      'Katarzyna',
      'Tomasz',
      'Magdalena',
      'Paweł',
      'Ewa',
      'Michał',
      'Joanna',
      'Łukasz',
    ],
    family: [
      'Nowak',
      'Wójcik',
      'Mazur',
      'Zieliński',
      'Szymańska',
      'Dąbrowski',
      'Król',
      'Pawlak',
      'Górska',
      'Sikora',
    ],
  },
  british: {
    given: [
      'Helen',
      'Oliver',
      'Charlotte',
      'James',
      'Eleanor',
      'Thomas',
      'Fiona',
      'Callum',
      'Imogen',
      'Rhys',
      'Siobhan',
      'Alistair',
      'Hannah',
      'Gareth',
      'Beth',
      'Duncan',
      'Niamh',
      'Ewan',
    ],
    family: [
      'Ward',
      'Hughes',
      'Campbell',
      'Fletcher',
      'Price',
      'Sutherland',
      'Marsh',
      'Kavanagh',
      'Whitaker',
      'Barrow',
      'Lowe',
      'Sinclair',
      'Pritchard',
      'Holt',
      'Dawson',
      'Armitage',
      'Rowe',
      'Beckett',
    ],
  },
  nigerian: {
    given: [
      'Chidinma',
      'Tunde',
      'Ngozi',
      'Emeka',
      'Folake',
      'Ibrahim',
      'Amaka',
      'Segun',
      'Halima',
      'Kelechi',
    ],
    family: [
      'Okafor',
      'Adeyemi',
      'Eze',
      'Balogun',
      'Nwosu',
      'Abubakar',
      'Olawale',
      'Chukwu',
      'Danjuma',
      'Obi',
    ],
  },
  indian: {
    given: [
      'Priya',
      'Arjun',
      'Ananya',
      'Rohan',
      'Meera',
      'Vikram',
      'Kavya',
      'Siddharth',
      'Nandini',
      'Aditya',
      'Shreya',
      'Rahul',
      'Divya',
      'Karthik',
      'Isha',
      'Manish',
      'Pooja',
      'Sanjay',
      'Lakshmi',
      'Farhan',
    ],
    family: [
      'Nair',
      'Kulkarni',
      'Deshpande',
      'Iyer',
      'Patil',
      'Joshi',
      'Menon',
      'Rao',
      'Chatterjee',
      'Khan',
      'Gokhale',
      'Reddy',
      'Banerjee',
      'Shah',
      'Fernandes',
      'Bhatt',
      'Sethi',
      'Pillai',
      'Qureshi',
      'Mukherjee',
    ],
  },
  japanese: {
    given: [
      'Haruka',
      'Kenji',
      'Yui',
      'Takumi',
      'Sakura',
      'Daichi',
      'Aoi',
      'Ren',
      'Misaki',
      'Hiroshi',
      'Nanami',
      'Sota',
      'Emi',
      'Yuto',
      'Rina',
      'Kaito',
    ],
    family: [
      'Tanaka',
      'Yamamoto',
      'Kobayashi',
      'Matsumoto',
      'Inoue',
      'Kimura',
      'Shimizu',
      'Hayashi',
      'Mori',
      'Ikeda',
      'Hashimoto',
      'Ogawa',
      'Fujita',
      'Okada',
      'Hasegawa',
      'Nishimura',
    ],
    familyFirst: true,
  },
  korean: {
    given: ['Ji-woo', 'Min-jun', 'Seo-yeon', 'Do-yun', 'Ha-eun', 'Joon-ho'],
    family: ['Kim', 'Park', 'Choi', 'Jung', 'Kang', 'Yoon'],
    familyFirst: true,
  },
  chinese: {
    given: ['Xiaoling', 'Wei', 'Jing', 'Haoran', 'Meilin', 'Zhiyuan', 'Yan', 'Jun'],
    family: ['Chen', 'Liu', 'Wang', 'Zhao', 'Huang', 'Lin', 'Xu', 'Zhou'],
    familyFirst: true,
  },
  canadian: {
    given: [
      'Émilie',
      'Liam',
      'Camille',
      'Noah',
      'Geneviève',
      'Ethan',
      'Sophie',
      'Mathieu',
      'Olivia',
      'Dylan',
      'Maude',
      'Connor',
      'Claire',
      'Étienne',
    ],
    family: [
      'Tremblay',
      'MacDonald',
      'Gagnon',
      'Fraser',
      'Bouchard',
      'Stewart',
      'Lavoie',
      'Bennett',
      'Pelletier',
      'Clarke',
      'Desjardins',
      'Murphy',
      'Côté',
      'Whitehorse',
    ],
  },
  filipino: {
    given: ['Maricel', 'Jose', 'Angelica', 'Rafael', 'Liza', 'Paolo'],
    family: ['Santos', 'Reyes', 'Cruz', 'Bautista', 'Mendoza', 'Villanueva'],
  },
  arabic: {
    given: ['Layla', 'Omar', 'Yasmin', 'Karim', 'Noor', 'Hassan', 'Salma', 'Tariq'],
    family: ['Haddad', 'Mansour', 'Al-Sayed', 'Khoury', 'Najjar', 'Farouk', 'Bakri', 'Saleh'],
  },
  portuguese: {
    given: [
      'Mariana',
      'Rui',
      'Beatriz',
      'Thiago',
      'Inês',
      'Gustavo',
      'Carolina',
      'João',
      'Rita',
      'Caio',
      'Leonor',
      'Duarte',
    ],
    family: [
      'Almeida',
      'Carvalho',
      'Ferreira',
      'Lopes',
      'Teixeira',
      'Barros',
      'Moreira',
      'Azevedo',
      'Pinto',
      'Correia',
      'Nogueira',
      'Vasconcelos',
    ],
  },
  ukrainian: {
    given: ['Oksana', 'Andriy', 'Iryna', 'Dmytro', 'Olena', 'Taras'],
    family: ['Shevchenko', 'Kovalenko', 'Bondar', 'Melnyk', 'Tkachenko', 'Lysenko'],
  },
} satisfies Record<string, NamePool>;

export type Culture = keyof typeof pools;

/** A name nobody here has yet; repeats get a second family name, as people do. */
export class Names {
  readonly #taken = new Set<string>();

  constructor(private readonly random: Random) {}

  one(culture: Culture): string {
    const pool: NamePool = pools[culture];
    for (let attempt = 0; ; attempt++) {
      const given = this.random.pick(pool.given);
      const family = this.random.pick(pool.family);
      const second = attempt > 3 ? `-${this.random.pick(pool.family)}` : '';
      const name =
        pool.familyFirst && attempt % 2 === 0
          ? `${family} ${given}`
          : `${given} ${family}${second}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

/** Letters that an e-mail address can carry, from any Latin name. */
export const mailboxOf = (name: string): string =>
  name
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');
