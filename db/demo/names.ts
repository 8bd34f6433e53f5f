import type { Random } from "./random";

export type Origin = {
  citizenship: string;
  language: string;
  female: readonly string[];
  male: readonly string[];
  family: readonly string[];
  permits: readonly string[];
};

const words = (text: string) => text.split(" ");
const PROTECTION = ["refugee", "subsidiary_protection", "special_protection", "asylum_request"];
const WORK_AND_FAMILY = ["work", "family", "special_protection", "long_term"];

function origin(citizenship: string, language: string, permits: readonly string[], names: { female: string; male: string; family: string }): Origin {
  return { citizenship, language, permits, female: words(names.female), male: words(names.male), family: words(names.family) };
}

const ITALY = origin("IT", "it", [], {
  female: "Antonella Carla Daniela Elisa Giovanna Luisa Marina Patrizia Rosa Silvana",
  male: "Bruno Carlo Davide Enzo Franco Giorgio Luciano Mauro Renato Sergio",
  family: "Barbieri Carbone Ferri Gallo Longo Marini Negri Riva Serra Vitale",
});

const THIRD_COUNTRIES = [
  origin("NG", "en", PROTECTION, {
    female: "Adaeze Blessing Chioma Esther Faith Joy Mercy Ngozi Patience Precious",
    male: "Chidi Collins Emeka Festus Godwin Ifeanyi Kelvin Obinna Osas Samuel",
    family: "Adeyemi Balogun Eze Igwe Nwosu Obi Ogbonna Okoro Osagie Uche",
  }),
  origin("SN", "fr", ["work", "special_protection", "asylum_request"], {
    female: "Aissatou Awa Bineta Coumba Fatou Khady Mame Ndeye Rokhaya Sokhna",
    male: "Abdou Cheikh Ibrahima Mamadou Modou Moussa Ousmane Pape Serigne Souleymane",
    family: "Ba Cisse Diallo Diop Fall Gueye Mbaye Ndiaye Sarr Sow",
  }),
  origin("CI", "fr", PROTECTION, {
    female: "Adjoua Affoue Aminata Clarisse Fanta Grace Mariam Odette Rachelle Salimata",
    male: "Adama Bakary Drissa Fousseni Issouf Kouadio Lassina Siaka Yao Yacouba",
    family: "Bamba Coulibaly Doumbia Fofana Kone Kouame Ouattara Sanogo Toure Traore",
  }),
  origin("GM", "en", PROTECTION, {
    female: "Binta Fatoumata Haddy Isatou Jainaba Kaddy Mariama Nyima Sainabou Yassin",
    male: "Alagie Amadou Ebrima Kebba Lamin Momodou Musa Omar Saikou Yankuba",
    family: "Bah Ceesay Darboe Jallow Jammeh Jobe Keita Manneh Sanneh Touray",
  }),
  origin("MA", "ar", WORK_AND_FAMILY, {
    female: "Amina Fatima Hanane Karima Khadija Latifa Naima Rachida Samira Zineb",
    male: "Abdellah Driss Hamid Hassan Jamal Khalid Mustapha Rachid Said Youssef",
    family: "Alaoui Benali Chafik Elidrissi Haddad Kabbaj Lahlou Mansouri Naciri Tazi",
  }),
  origin("TN", "ar", WORK_AND_FAMILY, {
    female: "Amel Emna Hela Ines Leila Mouna Olfa Rim Sonia Wafa",
    male: "Ali Anis Bilel Fethi Habib Kais Lotfi Mehdi Nizar Walid",
    family: "Ayari Bouazizi Chaabane Dridi Gharbi Hamdi Jebali Mejri Riahi Trabelsi",
  }),
  origin("UA", "uk", ["temporary_protection"], {
    female: "Halyna Iryna Kateryna Liudmyla Nadiia Oksana Olena Svitlana Tetiana Viktoriia",
    male: "Andrii Bohdan Dmytro Ihor Maksym Mykola Oleh Serhii Taras Vasyl",
    family: "Bondarenko Hrytsenko Kovalenko Kravchuk Lysenko Melnyk Petrenko Savchenko Shevchuk Tkachenko",
  }),
  origin("BD", "bn", ["work", "special_protection", "asylum_request"], {
    female: "Afroza Farida Jahanara Moushumi Nasrin Rehana Rokeya Salma Shirin Taslima",
    male: "Abul Faruk Jahangir Kamal Mizanur Nazrul Rafiq Shahin Sohel Tariqul",
    family: "Ahmed Akter Biswas Chowdhury Hossain Islam Khan Miah Rahman Sarkar",
  }),
  origin("PK", "ur", ["work", "subsidiary_protection", "special_protection", "asylum_request"], {
    female: "Asma Bushra Farzana Iqra Nadia Rabia Saima Shazia Sidra Zainab",
    male: "Adnan Asif Bilal Faisal Imran Kashif Nadeem Tariq Usman Zahid",
    family: "Abbasi Bhatti Butt Cheema Gill Iqbal Malik Mirza Qureshi Raza",
  }),
  origin("PE", "es", WORK_AND_FAMILY, {
    female: "Carmen Flor Gladys Jessica Luz Maribel Milagros Rocio Rosario Yolanda",
    male: "Alberto Cesar Edgar Fernando Hugo Jorge Julio Luis Percy Victor",
    family: "Castillo Chavez Flores Huaman Mamani Mendoza Quispe Rojas Salazar Vargas",
  }),
  origin("EC", "es", WORK_AND_FAMILY, {
    female: "Alexandra Blanca Diana Gabriela Karina Maritza Monica Norma Sandra Veronica",
    male: "Byron Carlos Darwin Edison Freddy Galo Holger Marco Patricio Wilson",
    family: "Alvarado Andrade Cedeno Espinoza Guaman Loor Moreira Ortiz Paredes Zambrano",
  }),
];

/** Few Italians: the network's programmes are for people from third countries. */
export function drawOrigin(random: Random, italians: number): Origin {
  return random.chance(italians) ? ITALY : random.pick(THIRD_COUNTRIES);
}

const STAFF_FEMALE = words("Alessia Beatrice Chiara Federica Giulia Ilaria Laura Marta Paola Sara Valentina Veronica");
const STAFF_MALE = words("Alberto Andrea Emanuele Filippo Giacomo Lorenzo Matteo Nicola Paolo Riccardo Stefano Tommaso");
const STAFF_FAMILY = words(
  "Amadori Bassi Benetti Calvi Corsini Donati Fabbri Galli Guidi Lucchesi Mancini Martelli Morandi Nardi Orsini Pagani Rinaldi Salvi Tosi Valli Zanetti",
);

export function drawStaffName(random: Random): string {
  return `${random.pick(random.chance(0.6) ? STAFF_FEMALE : STAFF_MALE)} ${random.pick(STAFF_FAMILY)}`;
}
