import ResumeReading
import Testing

@Suite("Degrees and subjects")
struct StudyTests {
  @Test(
    "a study's title is parted into degree and subject, or left whole",
    arguments: [
      ("MSc Computer Science", "MSc", "Computer Science"),
      ("B.S., Computer Science", "B.S.", "Computer Science"),
      ("Computer Science, MSc", "MSc", "Computer Science"),
      ("Bachelor of Science in Physics", "Bachelor of Science", "Physics"),
      ("BEng in Electronic Engineering", "BEng", "Electronic Engineering"),
      ("BSc (Hons) Mathematics", "BSc (Hons)", "Mathematics"),
      ("HND, Computing", "HND", "Computing"),
      ("Diplôme d’ingénieur", "Diplôme d’ingénieur", nil),
      ("Diplom-Informatikerin", "Diplom-Informatikerin", nil),
      ("DUT Informatique", "DUT", "Informatique"),
      ("PhD", "PhD", nil),
      ("Bachelor of Engineering", "Bachelor of Engineering", nil),
      ("Ingeniería de Sistemas", nil, "Ingeniería de Sistemas"),
      ("Physics", nil, "Physics"),
      ("Computer Science and Engineering", nil, "Computer Science and Engineering"),
    ] as [(String, String?, String?)])
  func parted(title: String, type: String?, area: String?) {
    let study = Study(title: title)
    #expect(study.type == type)
    #expect(study.area == area)
  }
}
