/** What `/settings/contacts` says in one language. */
export interface ContactsWording {
  /** The page's heading. */
  heading: string;
  /** The label of the box that lets people find the account by its email address. */
  byEmail: string;
  /** The label of the box that lets people find the account by its phone number. */
  byPhone: string;
}

/** The wording by language code, as `document.documentElement.lang` gives it. Other pages are in English throughout. */
export const contactsWordings: Readonly<Record<string, ContactsWording>> = {
  en: {
    heading: "Discoverability and contacts",
    byEmail: "Let people who have your email address find you on X",
    byPhone: "Let people who have your phone number find you on X",
  },
  de: {
    heading: "Auffindbarkeit und Kontakte",
    byEmail: "Personen, die deine E-Mail-Adresse haben, erlauben, dich auf X zu finden",
    byPhone: "Personen, die deine Telefonnummer haben, erlauben, dich auf X zu finden",
  },
  fr: {
    heading: "Détectabilité et contacts",
    byEmail: "Permettre aux personnes qui ont votre adresse email de vous trouver sur X",
    byPhone: "Permettre aux personnes qui ont votre numéro de téléphone de vous trouver sur X",
  },
  es: {
    heading: "Visibilidad y contactos",
    byEmail: "Permitir que las personas que tienen tu dirección de correo electrónico puedan encontrarte en X",
    byPhone: "Permitir que las personas que tienen tu número de teléfono puedan encontrarte en X",
  },
  ja: {
    heading: "見つけやすさと連絡先",
    byEmail: "あなたのメールアドレスを連絡先に保存している利用者がX上であなたを見つけ、つながれるようにします。",
    byPhone: "あなたの電話番号を連絡先に保存している利用者がX上であなたを見つけられるようにする",
  },
  tr: {
    heading: "Bulunabilirlik ve kişiler",
    byEmail: "E-posta adresini bilen kişilerin X'te seni bulmasına izin ver",
    byPhone: "Telefon numaranı bilen kişilerin X'te seni bulmasına izin ver",
  },
  ar: {
    heading: "الاكتشاف وجهات الاتصال",
    byEmail: "اجعل الأشخاص الذين لديهم عنوان بريدك الإلكتروني يعثرون عليك على X",
    byPhone: "اجعل الأشخاص الذين لديهم رقم هاتفك يعثرون عليك على X",
  },
  fa: {
    heading: "قابلیت شناسایی و مخاطبان",
    byEmail: "به افرادی که نشانی ایمیلتان را دارند اجازه داده شود شما را در X پیدا کنند",
    byPhone: "به افرادی که شماره تلفنتان را دارند اجازه داده شود شما را در X پیدا کنند",
  },
  he: {
    heading: "אפשרות איתור ואנשי קשר",
    byEmail: "אפשר למשתמשים שברשותם כתובת הדואר האלקטרוני שלך למצוא אותך ב-X",
    byPhone: "אפשר למשתמשים שברשותם מספר הטלפון שלך למצוא אותך ב-X",
  },
  hi: {
    heading: "दृश्यता और संपर्क",
    byEmail: "जिन लोगों के पास आपका ईमेल पता है, उन्हें आपको X पर ढूँढने दें.",
    byPhone: "जिन लोगों के पास आपका फ़ोन नंबर है, उन्हें आपको X पर ढूंढने दें",
  },
};

const rightToLeftLanguages: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);

/** The text direction of a language code, by its first part: `ar-x-fm` is written as `ar` is. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeftLanguages.has(language.split("-")[0] ?? language) ? "rtl" : "ltr";
}
