"""Sentences in the languages that people may ask in, with what tokenizers stumble over: marks, numbers, scripts, emoji."""

from __future__ import annotations

SAMPLES: dict[str, tuple[str, ...]] = {
    "en": (
        "Which programmes help career changers to work in daycare centres?",
        "I'm a nurse from abroad – how do I get my qualification recognised?",
        "Funding: €2,500 for master craftspeople (since 06/2023), 100 % paid out.",
        "e-mail: info@example.org, https://www.mags.nrw/ausbildungjetzt?x=1&y=2",
        "naïve café, Zürich, façade, 3½ hours, x² + y² = z², №5, ½ ™ …",
    ),
    "uk": (
        "Як мені знайти роботу вихователем у дитячому садку?",
        "Чи визнають мій диплом інженера з України?",
        "Я п'ятдесятирічна медсестра, шукаю курси німецької мови.",
        "Об'єднання підприємців: ґанок, їжак, єдність!",
    ),
    "tr": (
        "Çocuk yuvasında çalışmak istiyorum, hangi destekler var?",
        "Yabancı diplomamın tanınması için nereye başvurmalıyım?",
        "İstanbul'dan geldim; şoförlük eğitimi ne kadar sürüyor?",
        "IĞDIR ile ığdır, İZMİR ile izmir aynı mı?",
    ),
    "ar": (
        "كيف يمكنني العمل في روضة أطفال؟",
        "هل يتم الاعتراف بشهادتي من سوريا في ألمانيا؟",
        "أبحث عن تدريب مهني، عمري ٢٥ سنة.",
        "السَّلَامُ عَلَيْكُمْ، ما هي الخُطوات؟",
    ),
    "ru": (
        "Какие программы есть для тех, кто хочет сменить профессию?",
        "Признают ли мой диплом инженера-строителя?",
        "Сколько денег получает мастер после экзамена — 2 500 евро?",
        "Ёлка, подъезд, объём, ХХI век.",
    ),
    "pl": (
        "Jak mogę pracować w przedszkolu bez wykształcenia pedagogicznego?",
        "Gdzie mogę uznać mój dyplom inżyniera z Polski?",
        "Żółta łódź, źdźbło, ćwierć, gęśla jaźń!",
        "Ile wynosi premia dla mistrza: 2.500 € czy 3.000 €?",
    ),
    "fr": (
        "Quelles mesures existent pour travailler dans une crèche ?",
        "J'ai obtenu mon diplôme d'infirmière à l'étranger, est-il reconnu ?",
        "L'œuvre de l'État : « apprentissage », où, ça, août, Noël.",
        "À quelle date commence la formation – dès l'été 2024 ?",
    ),
    "de": (
        "ich such was für mein sohn der hat kein abschluss!!!",
        "Erzieher:innen, Erzieher*innen, ErzieherInnen und Erzieher_innen",
        "Straße, STRASSE, Maß, Fußgänger, Ärger, Übergangslotsin",
        "😀 Hilfe 🙏🏽 für Kitas 👩‍🏫?",
        "１２３ ﬁnden ﬂott Ⅳ.2 … ²",
        "   vorne, in  der   Mitte und hinten Leerzeichen   ",
        "Tab\tund\u00a0geschütztes Leerzeichen, weiches Trenn\u00adzeichen",
    ),
}
TEXTS = tuple(text for texts in SAMPLES.values() for text in texts)
