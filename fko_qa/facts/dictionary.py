"""Words of other languages that matter here, by their beginnings → German: so a count in any of them finds its noun."""

from __future__ import annotations

import re
from functools import lru_cache

# The nouns (and few verbs) that matter here: German → how its forms begin in other languages.
_BEGINNINGS = """
    schulen: school ecole escuela scoli szkol okul школ مدرس مدارس المدارس
    talentscouts: scout скаут کشاف
    coaches: coach тренер коуч консультант مدرب danisman koc kocl antrenor doradc
    uebergangslotsen: guide mentor pilot rehber przewodnik наставник супровідник
    plaetze: place seat plaza plase loc miejsc yer місць мест مقاعد أماكن مكان
    stellen: post job position puesto empleo poste posturi locuri etat stanowisk kadro pozisyon посад ставок вакан робочих
    stellen: рабочих должност وظائف وظيفة
    antraege: applic solicitud demande cerer wniosk basvuru заяв طلب طلبات الطلبات
    kommunen: municipal commune comun gmin belediy громад муніципал муниципал коммун بلدي
    staedte: cities city town ville ciudad oras miast sehir sehr міст город مدن مدينة
    kreise: district powiat arrondissement judet ilce район округ
    tage: day jour dias zile dni guen gun днів дней день дні يوم أيام
    monate: month mois mes luni miesi ay місяц месяц أشهر شهر
    jahre: year annee anos ani lat yil рок років лет год سنة سنوات
    netzwerke: network reseau red retele retea sieci ag мереж сет شبك
    personen: people person personne persona persoane osob ludzi kisi insan людей осіб человек люд أشخاص شخص الناس
    schueler: pupil student eleve alumno elev uczni oegrenci ogrenci учн школяр ученик школьник طالب طلاب تلميذ تلاميذ
    jugendliche: young youth teen jeune joven jovenes tineri mlodzie genc молод підліт подрост شباب
    frauen: women femme mujer femei kobiet kadin жін женщин نساء امرأة
    lehrkraefte: teacher enseignant profesor nauczyciel oegretmen ogretmen вчител учител معلم
    unternehmen: compan firm entreprise empresa compani intreprinder sirket przedsiebiorst компан фірм підприєм предприят شركات
    unternehmen: شركة
    regionen: region bolge регіон регион منطقة مناطق
    hochschulen: universit college uniwersytet uczelni üniversit ueniversit університет универ вуз جامع
    kurse: course cours curso curs kurs курс دورة دورات
    standorte: location site emplacement ubicacion lokalizacj локац локац موقع
    praemien: bonus premium prime prima prim prem премі преми جائزة
    massnahmen: measure mesure medida masur srodk tedbir заход мер تدابير
    workshops: workshop atelier taller atolier warsztat семінар воркшоп ورش
    traeger: provider agenc organis operateur носі провайдер
    ingenieurkammer: engineer ingenieur ingenier inginer inzynier muehendis muhendis інженер инженер مهندس المهندس
    architektenkammer: architect arquitect arhitect architekt mimar архітект архитект معمار المعمار
    anerkannte: approv recogni reconn onayl kabul uznan reconoc aproba recunosc zatwierdz визна схвал призна одобр اعترف معترف
    anerkannte: قبل وافق
    abgelehnte: reject refus declin rechaz respins odrzuc reddet reddedil відхил отклон отказ رفض مرفوض
    gestellte: submitted lodged deposee presentad depuse zlozon yapilan подан подано قدم
    kraft: force vigueur vigor vigoare zycie yuerue yurur чинн силу دخل يدخل
    unterzeichnet: sign firm semn imza podpis підпис подпис وقع توقيع
    """


def in_german(word: str) -> str | None:
    """The German word for a folded foreign one that matters here, or None.

    >>> in_german("schools"), in_german("школах"), in_german("shoe")
    ('schulen', 'schulen', None)
    """
    return next((german for german, pattern in _dictionary() if pattern.match(word)), None)


@lru_cache(maxsize=1)
def _dictionary() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = (line.split(":") for line in _BEGINNINGS.strip().splitlines())
    return tuple((german.strip(), re.compile(_beginning(forms.split()))) for german, forms in lines)


def _beginning(forms: list[str]) -> str:
    """Short words are taken whole, for their beginning says little."""
    return "|".join(form if len(form) >= 4 else rf"{form}\w{{0,2}}$" for form in forms)
