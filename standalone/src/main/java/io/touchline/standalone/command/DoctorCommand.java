package io.touchline.standalone.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Says whether this machine can run Touchline, and what is in the way. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks JDK, memory, disk, ports, embedded parts and data folder.")
final class DoctorCommand extends Verb {

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(common().home(), CommonOptions.registryArchive()).findings();
        boolean well = findings.stream().noneMatch(finding -> finding.state() == Finding.State.BAD);
        Output output = output();
        if (common().json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", well);
            result.put("checks", findings.stream().map(Finding::toMap).toList());
            output.json(result);
        } else {
            output.table(
                    List.of("check", "state", "detail"),
                    findings.stream()
                            .map(finding ->
                                    List.of(finding.name(), finding.state().word(), finding.detail()))
                            .toList());
        }
        return well ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
